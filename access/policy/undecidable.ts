import type { Policy, PolicyKind, Statement } from './policy';

/** Stands for a policy whose document is not at hand: it may allow or deny anything, and nobody can say. */
export function undecidable(kind: PolicyKind, name: string): Policy {
  const statements = [statement('Deny', 0, name), statement('Allow', 1, name)];
  if (kind !== 'resource' && kind !== 'trust') return { kind, name, statements };
  return { kind, name, statements: statements.map((one) => ({ ...one, principals: '*' })) };
}

function statement(effect: Statement['effect'], index: number, policy: string): Statement {
  return {
    sid: undefined,
    effect,
    actions: ['*'],
    resources: ['*'],
    // No operator of AWS: what the document says is not known.
    conditions: [{ operator: 'Unknown', key: 'the document', values: [] }],
    policy,
    index,
    origin: undefined,
  };
}

import type { Policy, PolicyKind, Statement } from '../policy/policy';

/** Stands in for a policy that could not be read: it may allow or deny anything, so that no answer is certain. */
export function unknownPolicy(kind: PolicyKind, name: string): Policy {
  const hasPrincipals = kind === 'resource' || kind === 'trust';
  const statement = (effect: Statement['effect'], index: number): Statement => ({
    sid: undefined,
    effect,
    ...(hasPrincipals && { principals: '*' }),
    actions: ['*'],
    resources: ['*'],
    // No operator of AWS: whether it holds is not known.
    conditions: [{ operator: 'Unknown', key: 'the document', values: [] }],
    policy: name,
    index,
    origin: undefined,
  });
  return { kind, name, statements: [statement('Deny', 0), statement('Allow', 1)] };
}

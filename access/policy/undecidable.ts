import type { Policy, PolicyKind } from './policy';

/** Stands for a policy whose document is not at hand: it may allow anything, and nobody can say. */
export function undecidable(kind: PolicyKind, name: string): Policy {
  return {
    kind,
    name,
    statements: [
      {
        sid: undefined,
        effect: 'Allow',
        actions: ['*'],
        resources: ['*'],
        // No operator of AWS: what it would say is not known.
        conditions: [{ operator: 'Unknown', key: 'the document', values: [] }],
        policy: name,
        index: 0,
        origin: undefined,
      },
    ],
  };
}

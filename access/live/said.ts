import type { Statement } from '../../aws/iam/policy';

/** What a statement says, as text: equal for statements that say the same. AWS keeps no order within lists. */
export function said(statement: Statement): string {
  const { effect, principals, notPrincipals, actions, notActions, resources, notResources, conditions } =
    statement;
  return JSON.stringify(
    inOrder({ effect, principals, notPrincipals, actions, notActions, resources, notResources, conditions }),
  );
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(inOrder).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, inOrder(inner)]));
}

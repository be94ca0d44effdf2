export interface ChangeCounts {
  readonly add: number;
  readonly change: number;
  readonly destroy: number;
}

/** A run that changed nothing that is known of. */
export const none: ChangeCounts = { add: 0, change: 0, destroy: 0 };

/** Counts of a plan in Terraform's JSON; a replacement counts as one to add and one to destroy. */
export function countChanges(plan: unknown): ChangeCounts {
  const changes =
    (plan as { resource_changes?: { mode?: string; change: { actions: string[] } }[] }).resource_changes ??
    [];
  const actions = changes.filter(({ mode }) => mode !== 'data').map(({ change }) => change.actions);
  const count = (action: string): number => actions.filter((list) => list.includes(action)).length;
  return { add: count('create'), change: count('update'), destroy: count('delete') };
}

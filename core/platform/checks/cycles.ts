import { type Diagnostic, error } from '../../../diagnostics/diagnostic';
import type { Platform } from '../platform';
import { type StackEdge, stackEdges } from '../stack-edges';

/** Stacks that wait for each other in a circle. Each stack is in at most one finding. */
export function checkCycles(platform: Platform): readonly Diagnostic[] {
  const cycles = findCycles(stackEdges(platform));
  if (cycles.length === 0) return [];
  const help = wayOut(platform);
  return cycles.map((cycle) => {
    const stacks = cycle.map(({ from }) => from);
    const reasons = cycle.map(({ from, to, reason, place }) => ({
      place,
      words: `${from} ${reason} of ${to}`,
    }));
    const message = `the stacks ${[...stacks, stacks[0]].join(' → ')} wait for each other`;
    return error('TL309', reasons, message, help);
  });
}

function wayOut(platform: Platform): string {
  const split: Platform = {
    ...platform,
    environments: platform.environments.map((environment) => ({ ...environment, stacks: 'per-module' })),
  };
  return platform.environments.some(({ stacks }) => stacks === 'per-environment') &&
    findCycles(stackEdges(split)).length === 0
    ? 'Add `stacks: per-module` to the root file: one stack per module has no circle.'
    : 'Remove one of these references, or move what is referred to into a module of its own.';
}

/** Cycles by depth-first search; stacks of a cycle that was found are not looked at again. */
function findCycles(edges: readonly StackEdge[]): readonly (readonly StackEdge[])[] {
  const leaving = new Map<string, StackEdge[]>();
  for (const edge of edges) leaving.set(edge.from, [...(leaving.get(edge.from) ?? []), edge]);
  const done = new Set<string>();
  const cycles: (readonly StackEdge[])[] = [];
  const visit = (stack: string, way: readonly StackEdge[]): void => {
    for (const edge of leaving.get(stack) ?? []) {
      if (done.has(edge.to)) continue;
      const start = way.findIndex(({ from }) => from === edge.to);
      const cycle = start === -1 ? undefined : [...way.slice(start), edge];
      if (cycle) {
        cycles.push(cycle);
        for (const { from } of cycle) done.add(from);
        return;
      }
      visit(edge.to, [...way, edge]);
      if (done.has(stack)) return;
    }
    done.add(stack);
  };
  for (const stack of leaving.keys()) if (!done.has(stack)) visit(stack, []);
  return cycles;
}

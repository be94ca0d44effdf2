import { type Diagnostic, error } from '../../../diagnostics/diagnostic';
import type { Platform } from '../platform';
import { Graph } from '../../values/graph';
import { stackEdges } from '../stack-edges';

/** Stacks that wait for each other in a circle. Each stack is in at most one finding. */
export function checkCycles(platform: Platform): readonly Diagnostic[] {
  const cycles = new Graph(stackEdges(platform)).circles();
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
    new Graph(stackEdges(split)).circles().length === 0
    ? 'Add `stacks: per-module` to the root file: one stack per module has no circle.'
    : 'Remove one of these references, or move what is referred to into a module of its own.';
}

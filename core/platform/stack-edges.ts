import type { Place } from '../../diagnostics/diagnostic';
import { modulesOf, moduleWords } from './checks/words';
import { Graph } from '../values/graph';
import { claimOwners } from './claim-owners';
import type { Environment, Module, Platform } from './platform';
import { publishedBy, publisherFor } from './published';
import { readsOf } from './text';
import { stackPlans, type StackPlan } from './stacks';

/** A reason for one stack to come after another. */
export interface StackEdge {
  /** Id of the stack that waits. */
  readonly from: string;
  /** Id of the stack that comes first. */
  readonly to: string;
  /** What makes it wait, and where that is written. */
  readonly reason: string;
  readonly place: Place;
}

/** All reasons for stacks to wait for each other: references, account-wide settings, and what is added to them. */
export function stackEdges(platform: Platform): readonly StackEdge[] {
  const stacks = stacksByModule(stackPlans(platform));
  const published = publishedBy(platform);
  const ownersOf = claimOwners(platform);
  const edges: StackEdge[] = [];
  const add = (from: Module, to: Module, reason: string, place: Place) => {
    const [waits, first] = [stacks.get(from), stacks.get(to)];
    if (waits && first && waits !== first) edges.push({ from: waits.id, to: first.id, reason, place });
  };
  const reads = (reader: Module, environment: Environment, value: unknown) => {
    for (const { path, place } of readsOf(value)) {
      const publisher = publisherFor(published, path, environment);
      if (publisher) add(reader, publisher.module, `reads ${path}`, place);
    }
  };
  for (const environment of platform.environments) {
    for (const module of environment.modules) {
      reads(module, environment, module.config);
      for (const claim of module.declaration.after) {
        for (const owner of ownersOf(claim, environment)) {
          add(module, owner, `waits for the ${claim}`, module.place);
        }
      }
      for (const { claim, administrators } of module.declaration.contributes) {
        for (const owner of ownersOf(claim, environment)) reads(owner, environment, administrators);
      }
    }
  }
  return edges;
}

/** The stack of each module. */
function stacksByModule(plans: readonly StackPlan[]): ReadonlyMap<Module, StackPlan> {
  return new Map(plans.flatMap((plan) => plan.modules.map((module) => [module, plan] as const)));
}

/**
 * The order that modules wish for (`follows`), as far as it closes no circle: of two stacks that wish for each
 * other, the one that is written first in the YAML gets its wish. Whoever wishes must do without where it has to.
 */
export function stackFollows(platform: Platform): readonly StackEdge[] {
  const stacks = stacksByModule(stackPlans(platform));
  const modules = new Map(modulesOf(platform).map((located) => [moduleWords(located), located.module]));
  const known = new Graph<StackEdge>(stackEdges(platform));
  const kept: StackEdge[] = [];
  for (const { module } of modulesOf(platform)) {
    for (const { module: wished, reason, from: path } of module.declaration.follows) {
      const target = modules.get(wished);
      const [waits, before] = [stacks.get(module)?.id, target && stacks.get(target)?.id];
      if (waits === undefined || before === undefined || known.reaches(before, waits)) continue;
      const edge = { from: waits, to: before, reason, place: module.locate(path) };
      kept.push(edge);
      known.add(edge);
    }
  }
  return kept;
}

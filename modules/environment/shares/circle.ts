import { Graph, type Edge } from '../../../core/values/graph';
import type { EnvironmentFacts } from '../facts';
import { requestsOf } from './resolve';

/** Paths of the environments whose data an environment asks for, its own left out. */
export function ownersOf(requester: EnvironmentFacts): readonly string[] {
  const owners = requestsOf(requester).map(({ owner }) => owner);
  return [...new Set(owners)].filter((path) => path !== requester.path);
}

/**
 * Whether an owner asks, by itself or by others, for data of the requester: then not both can come first, and
 * whoever comes first does without the other's tables until they are there.
 */
export function closesCircle(
  requester: EnvironmentFacts,
  owner: string,
  all: readonly EnvironmentFacts[],
): boolean {
  return owner !== requester.path && asking(all).reaches(owner, requester.path);
}

/** Who asks whom for data. The same environments are looked at for every table that is asked for. */
function asking(all: readonly EnvironmentFacts[]): Graph<Edge> {
  const known = graphs.get(all);
  if (known) return known;
  const graph = new Graph(all.flatMap((each) => ownersOf(each).map((to) => ({ from: each.path, to }))));
  graphs.set(all, graph);
  return graph;
}

const graphs = new WeakMap<readonly EnvironmentFacts[], Graph<Edge>>();

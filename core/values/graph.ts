import { DepGraph, DepGraphCycleError } from 'dependency-graph';

/** A node, by its name, that comes after another. */
export interface Edge {
  readonly from: string;
  readonly to: string;
}

/** What waits for what. Edges may say why; of several between the same two nodes the first speaks for all. */
export class Graph<E extends Edge> {
  private readonly graph = new DepGraph<undefined>({ circular: true });
  private readonly leaving = new Map<string, Map<string, E>>();

  constructor(edges: Iterable<E> = []) {
    for (const edge of edges) this.add(edge);
  }

  add(edge: E): void {
    const { from, to } = edge;
    this.graph.addNode(from);
    this.graph.addNode(to);
    this.graph.addDependency(from, to);
    const own = this.leaving.get(from) ?? new Map<string, E>();
    if (!own.has(to)) own.set(to, edge);
    this.leaving.set(from, own);
  }

  /** Whether a node waits for another, over however many edges. Every node reaches itself. */
  reaches(from: string, to: string): boolean {
    return from === to || (this.graph.hasNode(from) && this.graph.dependenciesOf(from).includes(to));
  }

  /** The nodes, each after those that it waits for; otherwise in the order given. Within a circle there is no order. */
  order(nodes: readonly string[]): readonly string[] {
    const chosen = new Set(nodes);
    const before = (node: string) => (this.graph.hasNode(node) ? this.graph.dependenciesOf(node) : []);
    const all = nodes.flatMap((node) => [...before(node), node]);
    return [...new Set(all.filter((node) => chosen.has(node)))];
  }

  /** Circles, each as the edges on it; a node is in one of them at most. Without their nodes there is no circle left. */
  circles(): readonly (readonly E[])[] {
    const rest = this.withoutTolerance();
    const found: (readonly E[])[] = [];
    for (const start of this.leaving.keys()) {
      for (let way = circleFrom(start, rest); way.length > 0; way = circleFrom(start, rest)) {
        found.push(way.flatMap((node, index) => this.edge(node, way[(index + 1) % way.length]) ?? []));
        for (const node of way) rest.removeNode(node);
      }
    }
    return found;
  }

  private edge(from: string, to: string | undefined): E | undefined {
    return to === undefined ? undefined : this.leaving.get(from)?.get(to);
  }

  /** The same graph, which refuses circles: that is how they are found. */
  private withoutTolerance(): DepGraph<undefined> {
    const strict = new DepGraph<undefined>();
    for (const [from, own] of this.leaving) {
      strict.addNode(from);
      for (const to of own.keys()) {
        strict.addNode(to);
        strict.addDependency(from, to);
      }
    }
    return strict;
  }
}

/** The nodes of the first circle on the ways from a node; none where there is none. */
function circleFrom(start: string, graph: DepGraph<undefined>): readonly string[] {
  if (!graph.hasNode(start)) return [];
  try {
    graph.dependenciesOf(start);
    return [];
  } catch (cause) {
    if (!(cause instanceof DepGraphCycleError)) throw cause;
    // The way there, and the circle until it comes back to its first node.
    return cause.cyclePath.slice(cause.cyclePath.indexOf(cause.cyclePath.at(-1) ?? ''), -1);
  }
}

import fc from 'fast-check';
import { Graph, type Edge } from '../../../core/values/graph';

const node = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
const edges = fc.array(
  fc.record({ from: node, to: node }).filter(({ from, to }) => from !== to),
  { maxLength: 14 },
);

/** Every node that can be walked to, by the plainest means. */
function reachable(from: string, all: readonly Edge[]): ReadonlySet<string> {
  const found = new Set([from]);
  for (const one of found) for (const edge of all) if (edge.from === one) found.add(edge.to);
  return found;
}

const parse = (text: string) =>
  text.split(' ').map((edge, index) => ({ from: edge[0]!, to: edge[1]!, reason: index }));

test.each([
  ['no circle', 'ab bc ac', []],
  ['a circle', 'ab bc ca', ['ab bc ca']],
  ['a circle behind a way to it', 'ab bc cb', ['bc cb']],
  ['circles that share a node count once', 'ab ba bc cb', ['ab ba']],
  ['two circles', 'ab ba cd dc', ['ab ba', 'cd dc']],
  ['two circles on one way', 'xa ab ba xc cd dc', ['ab ba', 'cd dc']],
])('%s', (_, text, expected) => {
  const circles = new Graph(parse(text)).circles();
  expect(circles.map((circle) => circle.map(({ from, to }) => from + to).join(' '))).toEqual(expected);
});

test('of several reasons the first is told', () => {
  expect(new Graph(parse('ab ab ba ba')).circles()).toEqual([
    [
      { from: 'a', to: 'b', reason: 0 },
      { from: 'b', to: 'a', reason: 2 },
    ],
  ]);
});

test('circles are closed, share no node, and leave none behind', () => {
  fc.assert(
    fc.property(edges, (all) => {
      const circles = new Graph(all).circles();
      for (const circle of circles) {
        circle.forEach(({ to }, index) => expect(circle[(index + 1) % circle.length]!.from).toBe(to));
      }
      const nodes = circles.flat().map(({ from }) => from);
      expect(new Set(nodes).size).toBe(nodes.length);
      const rest = all.filter(({ from, to }) => !nodes.includes(from) && !nodes.includes(to));
      for (const { from, to } of rest) expect(reachable(to, rest).has(from)).toBe(false);
    }),
  );
});

test('what is reached is what can be walked to, while edges are added', () => {
  fc.assert(
    fc.property(edges, node, node, (all, from, to) => {
      const graph = new Graph();
      all.forEach((edge, index) => {
        graph.add(edge);
        expect(graph.reaches(from, to)).toBe(reachable(from, all.slice(0, index + 1)).has(to));
      });
    }),
  );
});

test('in order, everything comes after what it waits for, and nothing moves without need', () => {
  const nodes = ['a', 'b', 'c', 'd'];
  expect(new Graph(parse('ca bd')).order(nodes)).toEqual(['a', 'd', 'b', 'c']);
  expect(new Graph().order(nodes)).toEqual(nodes);
  // A node that was not asked for still holds the order of the others.
  expect(new Graph(parse('ax xb')).order(['a', 'b'])).toEqual(['b', 'a']);
  fc.assert(
    fc.property(edges, (all) => {
      const forward = all.filter(({ from, to }) => from > to);
      const order = new Graph(forward).order(['f', 'e', 'd', 'c', 'b', 'a']);
      for (const { from, to } of forward) expect(order.indexOf(to)).toBeLessThan(order.indexOf(from));
    }),
  );
});

import fc from 'fast-check';
import type { Place } from '../../../diagnostics/diagnostic';
import { merge } from '../../../core/config/merge';
import { toPlain, jsonToNode } from '../../../core/config/node';
import { load, rootWith } from './support';

const place: Place = { file: 'x', line: 1, column: 1 };
const node = (value: unknown) => jsonToNode(value, place);

const files = {
  'mdaa.yaml': rootWith(`
m:
  module_path: any
  app_configs: [./one.yaml]
  module_configs: [./two.yaml]`),
  'one.yaml': 'a: { l: [1], s: x, m: { p: 1 } }\n',
  'two.yaml': 'a: { l: [2], s: y, m: { q: 2 } }\n',
};

test('files are merged deeply: lists one after the other, of scalars the later one', () => {
  expect(load(files).platform?.environments[0]?.modules[0]?.config).toEqual({
    a: { l: [1, 2], s: 'y', m: { p: 1, q: 2 } },
  });
});

test('inline data replaces whole keys', () => {
  const root = files['mdaa.yaml'].replace(/$/, '\n');
  const inline = `${root}            app_config_data: { a: { s: w }, b: 1 }\n            module_config_data: { a: { s: z } }\n`;
  expect(load({ ...files, 'mdaa.yaml': inline }).platform?.environments[0]?.modules[0]?.config).toEqual({
    a: { s: 'z' },
    b: 1,
  });
});

test('an empty file merges as nothing', () => {
  const { platform } = load({ ...files, 'two.yaml': '# nothing yet\n' });
  expect(platform?.environments[0]?.modules[0]?.config).toEqual({ a: { l: [1], s: 'x', m: { p: 1 } } });
});

const scalar = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
const key = fc.constantFrom('a', 'b', 'c');
/** Keys always hold the same kind, as in two files that fit one schema. */
const tree = fc.dictionary(key, fc.array(scalar)).chain((lists) =>
  fc
    .dictionary(key, scalar)
    .map((scalars) => ({ lists, scalars }))
    .chain((inner) => fc.option(fc.constant(inner)).map((deep) => ({ ...inner, ...(deep && { deep }) }))),
);

test('merging is associative', () => {
  fc.assert(
    fc.property(tree, tree, tree, (a, b, c) => {
      const left = merge(merge(node(a), node(b)), node(c));
      const right = merge(node(a), merge(node(b), node(c)));
      expect(toPlain(left)).toEqual(toPlain(right));
    }),
  );
});

import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { generatedDocuments } from '../../documentation/generated';
import { optionPaths } from '../../core/module/option-paths';
import { registry } from '../../modules/registry';

const root = resolve(__dirname, '../..');

test('generated documents are as `npm run docs` writes them', () => {
  for (const [path, text] of generatedDocuments(root)) {
    expect(existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : `${path} is missing`).toBe(
      text,
    );
  }
});

test.each(registry.map((definition) => [definition.name, definition] as const))(
  'every option of %s is described',
  (_name, definition) => {
    expect(
      optionPaths(definition.config)
        .filter(({ description }) => description === '')
        .map(({ path }) => path),
    ).toEqual([]);
  },
);

import { join } from 'node:path';
import { z } from 'zod';
import { loadBeside } from '../../../core/config/beside';
import type { LoadOptions } from '../../../core/config/load';
import { literal } from '../../../core/module/fields';
import { folderWith } from './support';

const schema = z.strictObject({ names: z.array(literal()).default([]) });
const where = { account: '111111111111', region: 'eu-west-1', partition: 'aws' };
const root = 'organization: acme\ncontext: { area: sales }\n';

function beside(beside: string | undefined, options: Partial<LoadOptions> = {}, rootFile = root) {
  const folder = folderWith({ 'mdaa.yaml': rootFile, ...(beside !== undefined && { 'own.yaml': beside }) });
  const load = { file: join(folder, 'mdaa.yaml'), environment: {}, ...options };
  return loadBeside(load, 'own.yaml', schema, where);
}

/** Code and place of each finding. */
function findings(...args: Parameters<typeof beside>) {
  const { content, diagnostics } = beside(...args);
  expect(content).toBeUndefined();
  return diagnostics.map(({ code, place }) => [code, place?.file, place?.line]);
}

test('references are those of the root file, places those of the platform', () => {
  const written = `names: ['{{org}}', '{{context:area}}', '{{account}}.{{region}}.{{partition}}']`;
  expect(beside(written).content).toEqual({ names: ['acme', 'sales', '111111111111.eu-west-1.aws'] });
  const options = { context: { area: 'finance' } };
  expect(beside(written, options).content?.names[1]).toBe('finance');
});

test('the organization may be a reference itself', () => {
  const rootFile = `organization: '{{context:org}}'\ncontext: { org: acme }\n`;
  expect(beside(`names: ['{{org}}']`, {}, rootFile).content).toEqual({ names: ['acme'] });
});

test('of several accounts none is meant', () => {
  const folder = folderWith({ 'mdaa.yaml': root, 'own.yaml': `names: ['{{region}}', '{{account}}']` });
  const { content, diagnostics } = loadBeside(
    { file: join(folder, 'mdaa.yaml'), environment: {} },
    'own.yaml',
    schema,
    { ...where, account: undefined },
  );
  expect(content).toBeUndefined();
  expect(diagnostics.map(({ code }) => code)).toEqual(['TL207']);
});

test('where a part is written', () => {
  const { locate } = beside('# why\nnames:\n  - one\n  - two\n');
  expect(locate(['names', 1])).toEqual({ file: 'own.yaml', line: 4, column: 5 });
});

test('bad input is told at its place', () => {
  expect(findings('name: [one]')).toEqual([['TL201', 'own.yaml', 1]]);
  expect(findings('- one')).toEqual([['TL202', 'own.yaml', 1]]);
  expect(findings('\nnames: [')[0]?.slice(1)).toEqual(['own.yaml', expect.any(Number)]);
  expect(findings(undefined).map(([code]) => code)).toEqual(['TL101']);
  expect(findings(`names: ['{{context:none}}']`)[0]?.slice(1)).toEqual(['own.yaml', 1]);
});

import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { synthFiles } from '../support/synth';

const kit = resolve(__dirname, '../../configs/basic_datascience_platform');

/** The kit in a region, as it is or with its ARNs written for every partition. */
function kitIn(region: string, rewritten: boolean): Record<string, string> {
  const names = readdirSync(kit, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(yaml|sh)$/.test(name),
  );
  return Object.fromEntries(
    names.map((name) => {
      const text = readFileSync(join(kit, name), 'utf8').replace(/^region: default$/m, `region: ${region}`);
      return [name, rewritten ? text.replaceAll('arn:aws:', 'arn:{{partition}}:') : text];
    }),
  );
}

test.each([
  ['cn-north-1', 'aws-cn'],
  ['us-gov-west-1', 'aws-us-gov'],
])('in %s every ARN of the kit is of %s', async (region, partition) => {
  const { stack, stacks } = await synthFiles(kitIn(region, true));
  for (const { id } of stacks) {
    const arns = [...JSON.stringify(stack(id)).matchAll(/\barn:(aws[a-z-]*):[^"\\]*/g)];
    expect(arns.length).toBeGreaterThan(10);
    expect(arns.filter(([, found]) => found !== partition).map(([arn]) => arn)).toEqual([]);
  }
});

test('what is written for one partition is refused in another, line by line', async () => {
  const refused = await synthFiles(kitIn('cn-north-1', false)).then(
    () => [],
    (error: { diagnostics: { severity: string; code: string; place?: { file: string; line: number } }[] }) =>
      error.diagnostics.filter(({ severity }) => severity === 'error'),
  );
  const lines = readFileSync(join(kit, 'roles.yaml'), 'utf8').split('\n');
  const written = lines.flatMap((line, index) => (line.includes('arn:aws:') ? [index + 1] : []));
  expect(written).toHaveLength(3);
  expect(refused.map(({ code, place }) => [code, place?.file, place?.line])).toEqual(
    written.map((line) => ['TL413', 'roles.yaml', line]),
  );
});

test.each(['core', 'modules'])('no code in %s names the partition of an ARN', (part) => {
  const folder = resolve(__dirname, '../..', part);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  expect(files.length).toBeGreaterThan(20);
  expect(files.filter((name) => /arn:aws[a-z-]*:/.test(readFileSync(join(folder, name), 'utf8')))).toEqual(
    [],
  );
});

import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { matrix } from '../../../access/questions/matrix';
import { temporary } from '../../support/synth';
import { indexOf, kit } from '../kit';

/** Who can do what with what, by ARN and label: the same whatever stacks are called. */
async function access(file: string): Promise<readonly string[]> {
  const { principals, data, cells } = matrix(await indexOf(file), { organization: 'o', source: 'stacks' });
  return cells
    .map((cell) => JSON.stringify([principals[cell.principal]?.arn, data[cell.data]?.label, cell.outcomes]))
    .sort();
}

test('a stack for each module gives the same access as one for each environment', async () => {
  const folder = temporary({});
  cpSync(dirname(kit), folder, { recursive: true });
  const file = join(folder, 'mdaa.yaml');
  writeFileSync(file, `${readFileSync(file, 'utf8')}\nstacks: per-module\n`);
  const expected = await access(kit);
  expect(expected.length).toBeGreaterThan(0);
  expect(await access(file)).toEqual(expected);
});

import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { verify } from '../../../access/contract/verify';
import { ModelIndex } from '../../../access/questions/model-index';
import { modelOfStacks } from '../../../access/stacks/model';
import type { StackSource } from '../../../access/stacks/stack-source';
import { temporary } from '../../support/synth';
import { contractOf, kit, stacksOf } from '../kit';
import { jsonMutations } from './mutations/json';
import type { Edit, Files } from './mutations/mutation';
import { yamlMutations } from './mutations/yaml';

const mutations = [...yamlMutations, ...jsonMutations];
const contract = contractOf(kit);
const rows: string[] = [];
let kitStacks: readonly StackSource[];

beforeAll(async () => {
  kitStacks = await stacksOf(kit);
});

afterAll(() => {
  process.stdout.write(
    `\n${['dangerous edit | caught by | harmless twin | caught by', ...rows].join('\n')}\n`,
  );
});

/** The stacks of the kit after an edit. */
async function edited(edit: Edit): Promise<readonly StackSource[]> {
  if ('json' in edit) {
    const stacks = kitStacks.map((stack) => ({ ...stack, resource: structuredClone(stack.resource) }));
    edit.json(stacks);
    return stacks;
  }
  const folder = temporary({});
  try {
    cpSync(dirname(kit), folder, { recursive: true });
    edit.yaml(filesIn(folder));
    return await stacksOf(join(folder, 'mdaa.yaml'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Files of a folder as texts; what is assigned is written. */
function filesIn(folder: string): Files {
  return new Proxy<Files>(
    {},
    {
      get: (_files, name) => readFileSync(join(folder, String(name)), 'utf8'),
      set: (_files, name, text: string) => {
        writeFileSync(join(folder, String(name)), text);
        return true;
      },
    },
  );
}

/** The rules that an edit breaks, each once. */
async function brokenBy(edit: Edit): Promise<readonly string[]> {
  const { broken, misnamed } = verify(new ModelIndex(modelOfStacks(await edited(edit))), contract);
  expect(misnamed).toEqual([]);
  return [...new Set(broken.map(({ rule }) => rule.id))];
}

test('there are at least 25 of each, none twice', () => {
  expect(new Set(mutations.map(({ name }) => name)).size).toBe(mutations.length);
  expect(mutations.length).toBeGreaterThanOrEqual(25);
});

test.each(mutations.map((mutation) => [mutation.name, mutation] as const))(
  '%s',
  async (name, { caughtBy, dangerous, twinName, twin }) => {
    const caught = await brokenBy(dangerous);
    const raised = await brokenBy(twin);
    const shown = caught.map((id) =>
      id
        .split(' ')
        .slice(0, id.startsWith('12.3') ? 2 : 1)
        .join(' '),
    );
    rows.push(
      `${name} | ${[...new Set(shown)].join(', ') || 'NOBODY'} | ${twinName} | ${raised.join(', ') || '-'}`,
    );
    expect(caught.filter((id) => id.startsWith(`${caughtBy} `))).not.toEqual([]);
    expect(raised).toEqual([]);
  },
);

import { resolve } from 'node:path';
import { resource, synthFiles } from '../../support/synth';

const notes = resolve(__dirname, '../../fixtures/modules/notes.js');
const place = { account: '111111111111', region: 'eu-west-1' };

function noted(config: object): object {
  return { module_path: notes, module_config_data: config };
}

const producer = noted({ publishes: true, notes: { a: { body: 'made here' } } });
const path = '/test-org/lake/producer/note/a';
const consumer = noted({
  notes: { b: { body: `before {{resolve:ssm:${path}}} after`, reads: `ssm:${path}` } },
});

test('within a stack a reference is the attribute itself, whichever module comes first', async () => {
  for (const modules of [
    { producer, consumer },
    { consumer, producer },
  ]) {
    const { stack } = await synthFiles({
      'mdaa.yaml': {
        organization: 'test-org',
        domains: { lake: { environments: { dev: { ...place, modules } } } },
      },
    });
    const json = stack('lake-dev');
    expect(resource(json, 'terraform_data', 'b').input).toEqual({
      body: 'before ${terraform_data.producer__note__a.id} after',
      reads: '${terraform_data.producer__note__a.id}',
    });
    expect(json.data).toBeUndefined();
  }
});

test('across stacks it is one look-up per path, and the stacks are ordered', async () => {
  const { stack, stacks } = await synthFiles({
    'mdaa.yaml': {
      organization: 'test-org',
      domains: {
        first: { environments: { dev: { ...place, modules: { consumer } } } },
        lake: { environments: { dev: { ...place, modules: { producer } } } },
      },
    },
  });
  expect(stacks).toEqual([
    { id: 'lake-dev', dependencies: [] },
    { id: 'first-dev', dependencies: ['lake-dev'] },
  ]);
  const json = stack('first-dev');
  expect(json.data?.aws_ssm_parameter).toEqual({
    'link__test-org__lake__producer__note__a': expect.objectContaining({ name: path }),
  });
  const value = '${data.aws_ssm_parameter.link__test-org__lake__producer__note__a.insecure_value}';
  expect(resource(json, 'terraform_data', 'b').input).toEqual({
    body: `before ${value} after`,
    reads: value,
  });
});

test('published nowhere: a look-up and a note, no dependency', async () => {
  const { stacks, diagnostics } = await synthFiles({
    'mdaa.yaml': {
      organization: 'test-org',
      domains: { first: { environments: { dev: { ...place, modules: { consumer } } } } },
    },
  });
  expect(stacks).toEqual([{ id: 'first-dev', dependencies: [] }]);
  expect(diagnostics.map(({ code }) => code)).toContain('TL306');
});

test('in another account it is refused', async () => {
  const files = {
    'mdaa.yaml': {
      organization: 'test-org',
      domains: {
        first: { environments: { dev: { ...place, account: '222222222222', modules: { consumer } } } },
        lake: { environments: { dev: { ...place, modules: { producer } } } },
      },
    },
  };
  await expect(synthFiles(files)).rejects.toMatchObject({
    diagnostics: expect.arrayContaining([
      expect.objectContaining({ code: 'TL410', place: expect.objectContaining({ file: 'mdaa.yaml' }) }),
    ]),
  });
});

test('what waits for an account-wide setting depends on its resource, or on its stack', async () => {
  const owner = noted({ owns: true, notes: { settings: { body: 'x' } } });
  const waiter = noted({ after: true, notes: { grant: { body: 'y' } } });
  const together = await synthFiles({
    'mdaa.yaml': {
      organization: 'test-org',
      domains: { d: { environments: { dev: { ...place, modules: { waiter, owner } } } } },
    },
  });
  expect(resource(together.stack('d-dev'), 'terraform_data', 'grant').depends_on).toEqual([
    'terraform_data.owner__note__settings',
  ]);
  const apart = await synthFiles({
    'mdaa.yaml': {
      organization: 'test-org',
      domains: {
        d: { environments: { dev: { ...place, modules: { waiter } } } },
        s: { environments: { dev: { ...place, modules: { owner } } } },
      },
    },
  });
  expect(apart.stacks).toContainEqual({ id: 'd-dev', dependencies: ['s-dev'] });
});

test('per-module stacks have the same addresses, and a cycle between environments is none between modules', async () => {
  const a = noted({ publishes: true, notes: { n: { body: 'ssm:/test-org/two/b/note/n' } } });
  const b = noted({ publishes: true, notes: { n: { body: 'x' } } });
  const c = noted({ notes: { n: { body: 'ssm:/test-org/one/a/note/n' } } });
  const files = (stacks?: string): Record<string, unknown> => ({
    'mdaa.yaml': {
      organization: 'test-org',
      ...(stacks !== undefined && { stacks }),
      domains: {
        one: { environments: { dev: { ...place, modules: { a } } } },
        two: { environments: { dev: { ...place, modules: { b, c } } } },
      },
    },
  });
  await expect(synthFiles(files())).rejects.toMatchObject({
    diagnostics: [expect.objectContaining({ code: 'TL309' })],
  });
  const { stacks, stack } = await synthFiles(files('per-module'));
  expect(stacks.map(({ id }) => id)).toEqual(['two-dev-b', 'one-dev-a', 'two-dev-c']);
  expect(resource(stack('one-dev-a'), 'terraform_data')).toBeDefined();
  expect(Object.keys(stack('one-dev-a').resource?.terraform_data ?? {})).toEqual(['a__note__n']);
});

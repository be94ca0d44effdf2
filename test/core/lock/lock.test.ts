import { synthesize } from '../../../cli/shared/built-in';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { Lock, lockFileName, type LockContent, type Made } from '../../../core/lock/lock';
import { readLock, writeLock } from '../../../core/lock/lock-file';
import { stackPlans, type StackPlan } from '../../../core/platform/stacks';

import { resource, synthFiles, temporary } from '../../support/synth';

const notes = resolve(__dirname, '../../fixtures/modules/notes.js');

function platform(domains: Record<string, string[]>, keys: object = {}): Record<string, unknown> {
  const environment = (names: string[]): object => ({
    account: '111111111111',
    region: 'eu-west-1',
    modules: {
      m: {
        module_path: notes,
        module_config_data: {
          protect: true,
          notes: Object.fromEntries(names.map((name) => [name, { body: 'x' }])),
        },
      },
    },
  });
  return {
    organization: 'test-org',
    ...keys,
    domains: Object.fromEntries(
      Object.entries(domains).map(([domain, names]) => [
        domain,
        { environments: { dev: environment(names) } },
      ]),
    ),
  };
}

async function lockOf(root: Record<string, unknown>): Promise<string> {
  const result = await synthFiles({ 'mdaa.yaml': root });
  writeLock(result.lock.anew(result, stackPlans(result.platform)));
  return readFileSync(join(result.folder, lockFileName), 'utf8');
}

async function codes(root: Record<string, unknown>, lock: string): Promise<string[]> {
  return synthFiles({ 'mdaa.yaml': root, [lockFileName]: lock }).then(
    ({ diagnostics }) => diagnostics.map(({ code }) => code),
    (error: { diagnostics: { code: string }[] }) => error.diagnostics.map(({ code }) => code),
  );
}

test('what holds data carries prevent_destroy and is recorded', async () => {
  const { stack } = await synthFiles({ 'mdaa.yaml': platform({ a: ['raw'] }) });
  expect(resource(stack('a-dev'), 'terraform_data', 'raw').lifecycle).toEqual({ prevent_destroy: true });
  expect(parse(await lockOf(platform({ a: ['raw'] })))).toEqual({
    version: 1,
    protected: { 'a-dev': ['terraform_data.m__note__raw'] },
    removed: [],
  });
});

test.each(['root', 'environment', 'module'])(
  'deletion_protection: false on the %s lifts it',
  async (where) => {
    const root = platform({ a: ['raw'] }) as any;
    const environment = root.domains.a.environments.dev;
    const target = where === 'root' ? root : where === 'environment' ? environment : environment.modules.m;
    target.deletion_protection = false;
    const { stack, protectedAddresses } = await synthFiles({ 'mdaa.yaml': root });
    expect(resource(stack('a-dev'), 'terraform_data', 'raw').lifecycle).toBeUndefined();
    expect(protectedAddresses.get('a-dev')?.size).toBe(0);
  },
);

test('removing one of them, or a whole domain, is refused until it is acknowledged with a reason', async () => {
  const lock = await lockOf(platform({ a: ['raw', 'curated'], b: ['raw'] }));
  expect(await codes(platform({ a: ['raw', 'curated'], b: ['raw'] }), lock)).toEqual([]);
  expect(await codes(platform({ a: ['raw'], b: ['raw'] }), lock)).toEqual(['TL701']);
  expect(await codes(platform({ a: ['raw', 'curated'] }), lock)).toEqual(['TL701']);
  const acknowledge = (what: string): string =>
    lock.replace('removed: []', `removed:\n  - what: ${what}\n    reason: gone`);
  expect(
    await codes(platform({ a: ['raw'], b: ['raw'] }), acknowledge('a-dev/terraform_data.m__note__curated')),
  ).toEqual([]);
  expect(await codes(platform({ a: ['raw', 'curated'] }), acknowledge('b-dev'))).toEqual([]);
  expect(
    await codes(platform({ a: ['raw', 'curated'] }), acknowledge('b-dev').replace('    reason: gone', '')),
  ).toEqual(['TL703']);
});

test('a platform with protection and without a lock is warned; lifting a protection is no removal', async () => {
  const { diagnostics } = await synthFiles({ 'mdaa.yaml': platform({ a: ['raw'] }) });
  expect(diagnostics.map(({ code }) => code)).toEqual(['TL702']);
  const lock = await lockOf(platform({ a: ['raw'] }));
  expect(await codes(platform({ a: ['raw'] }, { deletion_protection: false }), lock)).toEqual([]);
});

test('nothing is written when synthesis refuses', async () => {
  const lock = await lockOf(platform({ a: ['raw'], b: ['raw'] }));
  const { stringify } = await import('yaml');
  const folder = temporary({ 'mdaa.yaml': stringify(platform({ a: ['raw'] })), [lockFileName]: lock });
  const outdir = join(folder, 'out');
  await expect(synthesize({ file: join(folder, 'mdaa.yaml'), outdir, environment: {} })).rejects.toThrow(
    'TL701',
  );
  expect(() => readFileSync(join(outdir, 'manifest.json'))).toThrow();
});

test('after an apply the lock holds what is protected now; acknowledgements that did their work are dropped', () => {
  const lock = lockWith({
    protected: { a: ['x.1', 'x.2'], b: ['x.1'] },
    removed: [
      { what: 'a/x.2', reason: 'r' },
      { what: 'b', reason: 'r' },
    ],
  });
  const made = {
    protectedAddresses: new Map([['a', new Set(['x.1'])]]),
    addresses: new Map([['a', new Set(['x.1', 'y.1'])]]),
  };
  expect(lock.afterApply(made, plan('a'), undefined).content).toEqual({
    protected: { a: ['x.1'], b: ['x.1'] },
    removed: [{ what: 'b', reason: 'r' }],
    records: {},
  });
});

test('a lock that cannot be read is an error at the file', () => {
  const folder = temporary({});
  for (const content of ['{', 'version: 2\n', 'protected: []\n']) {
    writeFileSync(join(folder, lockFileName), content);
    const lock = readLock(folder);
    expect(lock.origin.problem?.code).toBe('TL703');
    expect(() => writeLock(lock)).toThrow('TL703');
    expect(readFileSync(join(folder, lockFileName), 'utf8')).toBe(content);
  }
});

test('findings about the lock stand where it says so; empty keys are no fault', async () => {
  const lock = await lockOf(platform({ a: ['raw', 'curated'] }));
  const place = async (root: Record<string, unknown>, content: string): Promise<unknown> =>
    synthFiles({ 'mdaa.yaml': root, [lockFileName]: content }).catch(
      (error: { diagnostics: { place: unknown }[] }) => error.diagnostics[0]?.place,
    );
  const line = (needle: string, content = lock): number =>
    content.split('\n').findIndex((text) => text.includes(needle)) + 1;
  expect(await place(platform({ a: ['curated'] }), lock)).toMatchObject({
    line: line('- terraform_data.m__note__raw'),
  });
  expect(await place(platform({ b: ['raw'] }), lock)).toMatchObject({ line: line('a-dev:') });
  const broken = lock.replace('removed: []', 'removed:\n  - what: a-dev');
  expect(await place(platform({ a: ['raw', 'curated'] }), broken)).toMatchObject({
    line: line('- what: a-dev', broken),
  });
  expect(await codes(platform({ a: ['raw', 'curated'] }), lock.replace('removed: []', 'removed:'))).toEqual(
    [],
  );
});

test('a stack may be called like something that every object has', () => {
  const lock = lockWith({ removed: [{ what: 'constructor/x.1', reason: 'r' }] });
  expect(lock.anew(made({}), []).removed).toEqual([]);
});

test('what is written is read again, in one order', () => {
  const folder = temporary({});
  expect(readLock(folder)).toMatchObject({ exists: false, content: undefined });
  const removed = [{ what: 'a/x.2', reason: 'moved' }];
  const content = { protected: { b: ['x.1'], a: ['x.2', 'x.1'] }, removed };
  writeLock(lockWith(content, folder));
  const written = readFileSync(join(folder, lockFileName), 'utf8');
  const sorted = { protected: { a: ['x.1', 'x.2'], b: ['x.1'] }, removed, records: {} };
  expect(readLock(folder).content).toEqual(sorted);
  writeLock(lockWith(sorted, folder));
  expect(readFileSync(join(folder, lockFileName), 'utf8')).toBe(written);
});

test('a lock written for all stacks forgets those without anything protected, and their acknowledgements', () => {
  const lock = lockWith({
    protected: { a: ['x.1'], b: ['x.1'], c: ['x.1'] },
    removed: [
      { what: 'b', reason: 'r' },
      { what: 'c/x.1', reason: 'r' },
    ],
  });
  expect(lock.anew(made({ a: ['x.1'], c: [] }), []).content).toEqual({
    protected: { a: ['x.1'] },
    removed: [],
    records: {},
  });
});

test('a lock that is a folder is an error too', () => {
  expect(readLock(temporary({ [`${lockFileName}/file`]: '' })).origin.problem?.code).toBe('TL703');
});

test('before an apply the lock grows and forgets nothing', () => {
  const known = { protected: { a: ['x.1'], b: ['x.1'] }, removed: [{ what: 'a/x.1', reason: 'r' }] };
  expect(lockWith(known).beforeApply(made({ a: ['x.1', 'x.2'] }), plan('a')).content).toEqual({
    protected: { a: ['x.1', 'x.2'], b: ['x.1'] },
    removed: known.removed,
    records: {},
  });
  const nothing = { protected: {}, removed: [], records: {} };
  expect(new Lock('', undefined).beforeApply(made({}), plan('a')).content).toEqual(nothing);
});

test('what is destroyed is forgotten; where there is no lock, none comes of it', () => {
  const lock = lockWith({ protected: { a: ['x.1'], b: ['x.1'] } });
  expect(lock.afterDestroy(plan('a')).protected).toEqual({ b: ['x.1'] });
  expect(new Lock('', undefined).afterDestroy(plan('a')).exists).toBe(false);
});

function lockWith(content: Partial<LockContent>, folder = ''): Lock {
  return new Lock(folder, { protected: {}, removed: [], records: {}, ...content });
}

/** A stack without modules. */
function plan(id: string): StackPlan {
  return { id, environment: { domain: id, name: 'dev', stacks: 'per-environment' }, modules: [] } as never;
}

/** Addresses by stack, all of them protected. */
function made(stacks: Readonly<Record<string, readonly string[]>>): Made {
  const addresses = new Map(Object.entries(stacks).map(([stack, list]) => [stack, new Set(list)]));
  return { protectedAddresses: addresses, addresses };
}

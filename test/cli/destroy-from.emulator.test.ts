import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse, stringify } from 'yaml';
import { rehearse, worked, type Rehearsal } from '../support/rehearsal';
import { customModule } from '../support/run';

/** A module of the user's own, beside the platform. */
const custom = customModule('notes');
const m = { module_path: './notes.js', module_config_data: { protect: true, notes: { raw: { body: 'x' } } } };
const domain = { environments: { dev: { modules: { m } } } };

describe('a stack that has left the configuration', () => {
  let rehearsal: Rehearsal;
  const path = (name: string): string => join(rehearsal.folder, name);
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
      cwd: rehearsal.folder,
      encoding: 'utf8',
    });
  const commit = (platform: object): void => {
    writeFileSync(path('platform.yaml'), stringify({ organization: 'test-org', ...platform }));
    git('add', 'platform.yaml', 'notes.js', '.gitignore');
    git('commit', '-qm', 'next');
  };
  const inLock = (): string[] =>
    Object.keys((parse(readFileSync(path('platform.lock.yaml'), 'utf8')) as { protected: object }).protected);
  const destroy = (...args: readonly string[]) => rehearsal.terralake(['destroy', 'b-dev', ...args]);

  beforeAll(async () => {
    rehearsal = await rehearse(undefined, {
      'notes.js': custom,
      '.gitignore': 'cdktf.out\nnode_modules\nstate\n',
    });
    symlinkSync(resolve(__dirname, '../../node_modules'), path('node_modules'));
    git('init', '-q');
    commit({ domains: { a: domain, b: domain } });
    worked(await rehearsal.terralake(['apply']));
    commit({ deletion_protection: false, domains: { a: domain, b: domain } });
    git('tag', 'lifted');
    commit({ domains: { a: domain } });
  });
  afterAll(() => rehearsal.stop());

  test('is missed', async () => {
    expect(inLock()).toEqual(['a-dev', 'b-dev']);
    expect((await rehearsal.terralake(['synth'])).stderr).toContain('TL701');
  });

  test('is destroyed as it was at a ref, with both keys', async () => {
    expect((await destroy('--from', 'HEAD~2', '--allow-data-loss', 'b-dev')).exitCode).toBe(3);
    expect((await destroy('--from', 'lifted')).exitCode).toBe(3);
    expect((await destroy('--from', '--bad')).exitCode).toBe(2);
    worked(await destroy('--from', 'lifted', '--allow-data-loss', 'b-dev'));
    const state = readFileSync(path('state/test-org/b/dev.tfstate'), 'utf8');
    expect((JSON.parse(state) as { resources: unknown[] }).resources).toEqual([]);
    expect(existsSync(path('state/test-org/a/dev.tfstate'))).toBe(true);
  });

  test('leaves what its runs printed', async () => {
    const printed = async (...args: string[]): Promise<string> =>
      (await rehearsal.terralake(['logs', 'a-dev', ...args])).stdout;
    expect(await printed()).toContain('Apply complete!');
    expect(await printed('--run', 'plan')).toContain('Terraform will perform the following actions');
    const status = JSON.parse(await printed('--json')) as object;
    expect(status).toMatchObject({ command: 'apply', status: 'done', add: expect.any(Number) });
  });

  test('is forgotten, and so is the work tree', async () => {
    expect(inLock()).toEqual(['a-dev']);
    worked(await rehearsal.terralake(['synth']));
    expect(git('worktree', 'list').trim().split('\n')).toHaveLength(1);
    expect(git('status', '--porcelain')).toBe('?? cdktf.json\n?? platform.lock.yaml\n');
  });
});

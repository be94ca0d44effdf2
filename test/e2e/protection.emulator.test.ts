import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { HeadBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { stringify } from 'yaml';
import { asUser } from '../../cli/demo/clients';
import { rehearse, worked, type Rehearsal } from '../support/rehearsal';
import { customModule } from '../support/run';

const lake = {
  roles: { Admin: [{ id: 'generated-role-id:admin' }] },
  accessPolicies: { All: { rule: { prefix: '/', ReadWriteSuperRoles: ['Admin'] } } },
  buckets: { raw: { accessPolicies: ['All'] } },
};

/** What would be evaluated if it reached Terraform as a template. */
const nasty = '${path.module} %{if true}x%{endif} $${y} ${aws:userid} "q" \\ ünïcode\nline';

/** A module of the user's own, as compiled JavaScript beside the platform. */
const custom = customModule('notes');

const platform = {
  organization: 'test-org',
  domains: {
    lake: {
      environments: {
        dev: {
          modules: {
            roles: {
              module_path: 'roles',
              module_config_data: {
                createPersonaManagedPolicies: false,
                generateRoles: { admin: { trustedPrincipal: 'this_account' } },
              },
              predeploy: { command: 'echo before >> hooks.txt' },
              postdeploy: { command: 'echo after >> hooks.txt', exit_if_fail: true },
            },
            datalake: { module_path: 'datalake', module_config_data: lake },
            own: {
              module_path: './notes.js',
              module_config_data: { notes: { nasty: { body: nasty, extra: { key: nasty } } } },
            },
          },
        },
      },
    },
  },
};

/** One bucket with an object in it, through every gate; the tests follow one another. */
describe('what holds data goes with both keys only', () => {
  let rehearsal: Rehearsal;
  let s3: S3Client;
  const Bucket = 'test-org-dev-lake-datalake-raw';
  const exists = (): Promise<boolean> =>
    s3.send(new HeadBucketCommand({ Bucket })).then(
      () => true,
      () => false,
    );
  const write = (root: object): void => writeFileSync(join(rehearsal.folder, 'mdaa.yaml'), stringify(root));

  beforeAll(async () => {
    rehearsal = await rehearse(undefined, { 'mdaa.yaml': stringify(platform), 'notes.js': custom });
    symlinkSync(resolve(__dirname, '../../node_modules'), join(rehearsal.folder, 'node_modules'));
    s3 = new S3Client({ ...asUser(rehearsal.sandbox), forcePathStyle: true });
  });

  afterAll(async () => rehearsal.stop());

  test('terralake apply applies, runs the hooks and writes the lock', async () => {
    worked(await rehearsal.terralake(['apply', 'lake-dev']));
    expect(readFileSync(join(rehearsal.folder, 'hooks.txt'), 'utf8')).toBe('before\nafter\n');
    expect(readFileSync(join(rehearsal.folder, 'platform.lock.yaml'), 'utf8')).toContain(
      'aws_s3_bucket.datalake__',
    );
    await s3.send(new PutObjectCommand({ Bucket, Key: 'x', Body: 'data' }));
    expect(await exists()).toBe(true);
  });

  test('text of the user arrives as it was written', async () => {
    const state = readFileSync(join(rehearsal.folder, 'state/test-org/lake/dev.tfstate'), 'utf8');
    const { resources } = JSON.parse(state) as {
      resources: { name: string; instances: { attributes: any }[] }[];
    };
    const { value } = resources.find(({ name }) => name === 'own__note__nasty')?.instances[0]?.attributes
      .input;
    expect(value.body).toBe(nasty);
    expect(JSON.parse(value.extra)).toEqual({ key: nasty });
  });

  test('plain cdktf says that it leaves out the hooks, and refuses when the YAML has left', async () => {
    expect((await rehearsal.cdktf(['synth'])).stdout).toMatch(/hooks are left out/);
    const { datalake: _gone, ...modules } = platform.domains.lake.environments.dev.modules;
    write({ ...platform, domains: { lake: { environments: { dev: { modules } } } } });
    const refused = await rehearsal.cdktf(['synth']);
    expect(refused.exitCode).not.toBe(0);
    expect(refused.stdout + refused.stderr).toContain('TL701');
    write(platform);
  });

  test('without a key, and with one of them, destroy is refused with exit code 3', async () => {
    expect((await rehearsal.terralake(['destroy', 'lake-dev'])).exitCode).toBe(3);
    expect(
      (await rehearsal.terralake(['destroy', 'lake-dev', '--allow-data-loss', 'lake-dev'])).exitCode,
    ).toBe(3);
    write({ ...platform, deletion_protection: false });
    expect((await rehearsal.terralake(['destroy', 'lake-dev'])).exitCode).toBe(3);
    expect(await exists()).toBe(true);
  });

  test('with both it goes, object and all', async () => {
    worked(await rehearsal.terralake(['destroy', 'lake-dev', '--allow-data-loss', 'lake-dev']));
    expect(await exists()).toBe(false);
  });
});

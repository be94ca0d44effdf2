import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { stringify } from 'yaml';
import { createDeployRole, deleteDeployRole } from '../../emulator/identities';
import { inventory, inventoryAt } from '../../emulator/inventory';
import { rehearse, worked, type Rehearsal } from '../support/rehearsal';
import { customModule, type Run } from '../support/run';

const people = '111111111111';
const query = '222222222222';
const lake = '333333333333';
const externalId = 'only-for-people';
const places = [people, query, lake].flatMap((account) =>
  ['eu-west-1', 'us-west-2', 'us-east-1'].map((region) => ({ account, region })),
);

/** A module of the user's own, as compiled JavaScript beside the platform. */
const notes = customModule('notes');

const lakeConfig = {
  roles: { Admin: [{ id: 'ssm:/test-org/people/generated-role/admin/id' }] },
  accessPolicies: { All: { rule: { prefix: '/', ReadWriteSuperRoles: ['Admin'] } } },
  buckets: { raw: { accessPolicies: ['All'] } },
};

const generated = (name: string) => ({
  module_path: 'roles',
  module_config_data: {
    createPersonaManagedPolicies: false,
    generateRoles: { [name]: { trustedPrincipal: 'this_account' } },
  },
});

interface Changes {
  /** Keys of environments, by domain. */
  readonly people?: object;
  readonly query?: object;
  readonly lake?: object;
}

/** Roles in one account, a lake in a second that opens to them, queries in a third and in another region. */
function platform(changes: Changes = {}): object {
  return {
    organization: 'test-org',
    region: 'eu-west-1',
    deletion_protection: false,
    deployRoleArn: 'arn:{{partition}}:iam::{{account}}:role/terralake-sandbox-target',
    planRoleArn: 'arn:{{partition}}:iam::{{account}}:role/terralake-sandbox-plan',
    assumeDeployRole: true,
    domains: {
      people: {
        environments: {
          dev: {
            account: people,
            deployRoleExternalId: externalId,
            modules: { roles: generated('admin') },
            ...changes.people,
          },
        },
      },
      lake: {
        environments: {
          dev: {
            account: lake,
            modules: { datalake: { module_path: 'datalake', module_config_data: lakeConfig } },
            ...changes.lake,
          },
        },
      },
      query: {
        environments: {
          dev: {
            account: query,
            region: 'us-west-2',
            modules: {
              roles: generated('analyst'),
              athena: {
                module_path: 'athena-workgroup',
                module_config_data: {
                  dataAdminRoles: [{ id: 'generated-role-id:analyst' }],
                  athenaUserRoles: [{ id: 'generated-role-id:analyst' }],
                },
              },
              own: {
                module_path: './notes.js',
                module_config_data: {
                  notes: { raw: { body: 'ssm:/test-org/lake/datalake/bucket/raw/name' } },
                },
              },
            },
            ...changes.query,
          },
        },
      },
    },
  };
}

const stacks = ['people-dev', 'lake-dev', 'query-dev'];

/** A platform over three accounts and two regions; the tests follow one another. */
describe('three accounts and two regions, deployed by roles that are assumed', () => {
  let rehearsal: Rehearsal;
  let before: string[];
  const write = (changes?: Changes): void =>
    writeFileSync(join(rehearsal.folder, 'mdaa.yaml'), stringify(platform(changes)));
  const everything = async (): Promise<string[]> =>
    (await inventory(rehearsal.sandbox, places)).map(({ service, type, id }) => `${service} ${type} ${id}`);
  /** What the platform made in one place, by its name. */
  const made = async (account: string, region: string): Promise<string[]> =>
    (await inventoryAt(rehearsal.sandbox, { account, region }))
      .map(({ service, type, id }) => `${service} ${type} ${id}`)
      .filter((line) => line.includes('test-org'));

  beforeAll(async () => {
    rehearsal = await rehearse(undefined, { 'mdaa.yaml': stringify(platform()), 'notes.js': notes });
    symlinkSync(resolve(__dirname, '../../node_modules'), join(rehearsal.folder, 'node_modules'));
    const { sandbox } = rehearsal;
    const trusts = [`arn:aws:iam::${sandbox.account}:role/terralake-sandbox-deploy`];
    await createDeployRole(sandbox, 'target', { account: people, trusts, externalId });
    await createDeployRole(sandbox, 'target', { account: lake, trusts });
    await createDeployRole(sandbox, 'target', { account: query, trusts });
    await createDeployRole(sandbox, 'suspicious', { account: query });
    before = await everything();
  });

  afterEach(() => write());

  afterAll(async () => rehearsal.stop());

  test('everything is applied in order, and planned again without a change', async () => {
    worked(await rehearsal.terralake(['apply']));
    const again = worked(await rehearsal.terralake(['plan', '--json']));
    expect(JSON.parse(again.stdout)).toEqual(
      stacks.map((stack) => expect.objectContaining({ stack, add: 0, change: 0, destroy: 0 })),
    );
  });

  test('everything stands in its own account and region, and nowhere else', async () => {
    const bucket = expect.stringMatching(/^s3 bucket test-org-dev-lake-datalake-raw$/);
    const workgroup = expect.stringMatching(/^athena workgroup .*test-org-dev-query-athena$/);
    const admin = expect.stringMatching(/^iam role .*test-org-dev-people-roles-admin$/);
    const analyst = expect.stringMatching(/^iam role .*test-org-dev-query-roles-analyst$/);
    const parameter = (path: string) => expect.stringMatching(new RegExp(`^ssm parameter .*${path}$`));
    const adminId = parameter('/test-org/people/generated-role/admin/id');
    const rawName = parameter('/test-org/lake/datalake/bucket/raw/name');
    const analystId = parameter('/test-org/query/generated-role/analyst/id');
    const expected: readonly (readonly [string, string, readonly unknown[]])[] = [
      [people, 'eu-west-1', [admin, adminId]],
      [people, 'us-west-2', [admin]],
      [lake, 'eu-west-1', [bucket, rawName]],
      [lake, 'us-west-2', [bucket]],
      [query, 'us-west-2', [analyst, analystId, workgroup]],
      [query, 'eu-west-1', [analyst]],
      [rehearsal.sandbox.account, 'eu-west-1', []],
      [rehearsal.sandbox.account, 'us-west-2', []],
    ];
    const all = [admin, adminId, bucket, rawName, analyst, analystId, workgroup];
    for (const [account, region, here] of expected) {
      const found = await made(account, region);
      for (const thing of all) {
        const wanted = here.includes(thing) ? [thing] : [];
        const matches = found.filter((line) =>
          (thing as { asymmetricMatch(x: string): boolean }).asymmetricMatch(line),
        );
        expect({ account, region, thing, matches }).toEqual({ account, region, thing, matches: wanted });
      }
    }
  });

  test('what one account publishes is read there by the others', async () => {
    const state = readFileSync(join(rehearsal.folder, 'state/test-org/query/dev.tfstate'), 'utf8');
    const { resources } = JSON.parse(state) as {
      resources: { name: string; provider: string; instances: { attributes: any }[] }[];
    };
    const attributes = (name: string) => resources.find((one) => one.name === name)?.instances[0]?.attributes;
    expect(attributes('own__note__raw').input.value.body).toBe('test-org-dev-lake-datalake-raw');
    const read = resources.find(({ name }) => name.startsWith('link__test-org__lake__datalake'));
    expect(read?.provider).toMatch(/\.account_333333333333_eu-west-1$/);
  });

  const refusal = ({ exitCode, stdout, stderr }: Run) => ({
    exitCode,
    trace: /\n\s+at .*:\d+:\d+/.test(stdout + stderr),
    role: /cannot assume the role (arn:\S+)/.exec(stderr)?.[1],
  });

  test.each([
    [
      'is missing',
      'arn:aws:iam::333333333333:role/nobody',
      { lake: { deployRoleArn: 'arn:aws:iam::333333333333:role/nobody' } },
      'lake-dev',
    ],
    [
      'does not trust who runs',
      'arn:aws:iam::222222222222:role/terralake-sandbox-suspicious',
      { query: { deployRoleArn: 'arn:aws:iam::222222222222:role/terralake-sandbox-suspicious' } },
      'query-dev',
    ],
    [
      'hears another external id',
      'arn:aws:iam::111111111111:role/terralake-sandbox-target',
      { people: { deployRoleExternalId: 'another' } },
      'people-dev',
    ],
  ])('a role that %s is named, and nothing is done', async (_why, role, changes, stack) => {
    write(changes);
    const standing = await everything();
    expect(refusal(await rehearsal.terralake(['apply', stack]))).toEqual({ exitCode: 1, trace: false, role });
    expect(await everything()).toEqual(standing);
  });

  test('a plan is made by plan roles, in every account that the stack reads', async () => {
    const { sandbox } = rehearsal;
    const trusts = [`arn:aws:iam::${sandbox.account}:role/terralake-sandbox-deploy`];
    const plan = (): Promise<Run> => rehearsal.terralake(['plan', 'query-dev', '--as', 'plan', '--json']);
    const own = await createDeployRole(sandbox, 'plan', { account: query, trusts });
    expect(own).toBe('arn:aws:iam::222222222222:role/terralake-sandbox-plan');
    expect(refusal(await plan())).toEqual({
      exitCode: 1,
      trace: false,
      role: 'arn:aws:iam::333333333333:role/terralake-sandbox-plan',
    });
    await createDeployRole(sandbox, 'plan', { account: lake, trusts });
    expect(JSON.parse(worked(await plan()).stdout)).toEqual([
      expect.objectContaining({ stack: 'query-dev', add: 0, change: 0, destroy: 0 }),
    ]);
    for (const account of [query, lake]) await deleteDeployRole(sandbox, 'plan', account);
  });

  test('all of it goes again', async () => {
    worked(await rehearsal.terralake(['destroy', ...stacks, '--allow-data-loss', stacks.join(',')]));
    expect(await everything()).toEqual(before);
  });
});

import { synthModule } from '../../support/synth';
import { studio, team, user } from './team';

interface Found {
  readonly code: string;
  readonly severity: string;
  readonly place?: { readonly line: number };
}

async function found(config: unknown): Promise<readonly Found[]> {
  const diagnostics = await synthModule('datascience-team', config).then(
    (result) => result.diagnostics as readonly Found[],
    (error: { diagnostics: readonly Found[] }) => error.diagnostics,
  );
  return diagnostics.filter(({ code }) => code !== 'TL702');
}

const users = (userProfiles: unknown, authMode = 'IAM') => studio({ authMode, userProfiles });
const role = { userRole: user };
const mlflow = (added: object) => team({ mlflow: { enabled: true, ...added } });
const lab = (added: object) => studio({}, { jupyterLab: { enabled: true, ...added } });

test.each<[string, unknown, readonly string[]]>([
  ['nothing wrong', studio(), []],
  ['no roles', { team: {} }, ['TL203', 'TL203']],
  ['a user without a role', users({ jane: {} }), ['TL203']],
  ['a user of Identity Center with a role', users({ jane: role }, 'SSO'), ['TL208']],
  ['a user id that gives no profile', users({ jane_doe: role }), ['TL501']],
  ['a user id that ends with a dot', users({ 'jane.': role }), ['TL501']],
  ['two user ids with one profile', users({ 'jane.doe': role, 'jane@doe': role }), ['TL502']],
  ['no subnets', studio({ subnetIds: [] }), ['TL204']],
  ['another way to sign in', studio({ authMode: 'LDAP' }), ['TL204']],
  [
    'a script that is too long',
    studio({ lifecycleConfigs: { kernel: { cmds: ['x'.repeat(12289)] } } }),
    ['TL204'],
  ],
  [
    'assets that are not there',
    studio({ lifecycleConfigs: { kernel: { cmds: [], assets: { a: { sourcePath: './none' } } } } }),
    ['TL101'],
  ],
  ['notebooks where the team cannot write', studio({ notebookSharingPrefix: 'sharing/' }), ['TL204']],
  [
    'rules for a security group that exists',
    studio({ securityGroupId: 'sg-1', securityGroupEgress: {} }),
    ['TL602'],
  ],
  ['artifacts in the root', mlflow({ artifactStorePrefix: '/' }), ['TL204']],
  ['artifacts nowhere', mlflow({ artifactStorePrefix: '' }), ['TL204']],
  ['artifacts among assets', mlflow({ artifactStorePrefix: 'sagemaker-lifecycle-assets/x' }), ['TL204']],
  ['artifacts among inventories', mlflow({ artifactStorePrefix: 'inventory/' }), ['TL204']],
  ['a server with an impossible name', mlflow({ serverName: 'a_b' }), ['TL501']],
  ['spaces without a domain', team({ jupyterLab: { enabled: true } }), ['TL208']],
  ['an instance type that is none', lab({ defaultInstanceType: 't3.medium' }), ['TL204']],
  ['a space with too long a name', users({ ['a'.repeat(50)]: role }), []],
  [
    'a destination prefix without a bucket',
    team({ inventories: { all: { prefix: '/', destinationPrefix: 'x' } } }),
    ['TL208'],
  ],
])('%s', async (_name, config, expected) => {
  expect((await found(config)).map(({ code }) => code)).toEqual(expected);
});

test('where notebooks are shared is a warning, what a team decides itself a note', async () => {
  expect(await found(studio({ notebookSharingPrefix: 'sharing/', assetPrefix: 'x' }))).toMatchObject([
    { code: 'TL204', severity: 'warning' },
    { code: 'TL603', severity: 'note' },
  ]);
});

test('a space name that is too long is an error', async () => {
  const config = studio({ userProfiles: { ['a'.repeat(50)]: role } }, { jupyterLab: { enabled: true } });
  expect((await found(config)).map(({ code }) => code)).toEqual(['TL501']);
});

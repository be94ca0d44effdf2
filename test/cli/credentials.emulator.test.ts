import { assumedEnv, createDeployRole } from '../../emulator/identities';
import { startSandbox, type Sandbox } from '../../emulator/sandbox';
import { terralake, type Run } from '../support/run';
import { temporary } from '../support/synth';
import { rootOf } from '../modules/environment/record/platform';
import { least, organizationTeams } from '../modules/environment/setting';
import { policyDocument } from '../../aws/iam/write';
import { teamTrust } from '../../modules/environment/teams/trust';

describe('people take the role of their team', () => {
  let sandbox: Sandbox;
  let folder: string;
  const role = (name: string): string => `arn:aws:iam::${sandbox.account}:role/${name}`;

  /** `terralake credentials` as somebody whose role is `person`. */
  async function credentials(person: string, ...args: string[]): Promise<Run> {
    const identity = await assumedEnv(sandbox, role(`terralake-sandbox-${person}`), person);
    return terralake(folder, ['credentials', 'one/dev', ...args], identity);
  }

  async function make(name: string, assumedBy: string): Promise<void> {
    const trust = teamTrust({
      location: { account: sandbox.account, region: sandbox.region, partition: 'aws' },
      pivotRoleArn: undefined,
      assumedBy: [{ kind: 'role', arn: assumedBy }],
    });
    await sandbox.moto.query({ account: sandbox.account, region: sandbox.region }, 'iam', '2010-05-08', {
      Action: 'CreateRole',
      RoleName: name,
      AssumeRolePolicyDocument: policyDocument(trust),
    });
  }

  beforeAll(async () => {
    sandbox = await startSandbox();
    await createDeployRole(sandbox, 'ana');
    await createDeployRole(sandbox, 'bob');
    const config = { ...least, teams: { DataScience: {}, Analysts: { iamRole: role('brought') } } };
    folder = temporary({
      'mdaa.yaml': rootOf(
        { one: config },
        { account: sandbox.account, region: sandbox.region },
        { organization_teams: organizationTeams },
      ),
    });
    await make('fin-acme-dev-one-place-datascience', role('terralake-sandbox-ana'));
    await make('brought', role('terralake-sandbox-bob'));
  });
  afterAll(() => sandbox.stop());

  test('who is listed gets credentials of the role, in each form', async () => {
    const { exitCode, stdout, stderr } = await credentials('ana', '--team', 'DataScience', '--json');
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
    const keys = JSON.parse(stdout) as Record<string, string>;
    expect(keys).toMatchObject({ Version: 1, AccessKeyId: expect.stringMatching(/^ASIA/) });
    const left = Date.parse(keys.Expiration ?? '') - Date.now();
    expect(left).toBeLessThanOrEqual(3600_000 + 5_000);
    const shell = await credentials('ana', '--team', 'DataScience', '--export', '--duration', '15m');
    expect(shell.stdout).toMatch(/^export AWS_ACCESS_KEY_ID='ASIA[^']*'\n/);
    const profile = await credentials('ana', '--team', 'DataScience');
    expect(profile.stdout).toMatch(/^\[place-DataScience\]\naws_access_key_id = ASIA/);
  });

  test('a role that was brought is taken by its ARN', async () => {
    expect((await credentials('bob', '--team', 'Analysts')).exitCode).toBe(0);
  });

  test('who is not listed is refused: exit 3, no data', async () => {
    for (const [person, team] of [
      ['bob', 'DataScience'],
      ['ana', 'Analysts'],
    ] as const) {
      const { exitCode, stdout, stderr } = await credentials(person, '--team', team);
      expect([exitCode, stdout]).toEqual([3, '']);
      expect(stderr).toContain('AWS refuses the role');
    }
  });

  test('the role that does not exist yet is refused alike', async () => {
    expect((await credentials('ana', '--team', 'FinancesAdmin')).exitCode).toBe(3);
  });
});

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { createDeployRole } from '../../emulator/identities';
import { subscribeQuickSight } from '../../emulator/services/quicksight';
import { organizationTeams } from '../modules/environment/setting';
import { rehearse, worked, type Rehearsal } from '../support/rehearsal';
import type { Run } from '../support/run';

const account = '111111111111';
const externalId = 'only-for-people';
const clicks = 'finance/dev/finance/sales/clicks';

const environment = (dashboards: boolean) => ({
  name: 'Finance',
  team: 'FinancesAdmin',
  resourcePrefix: 'fin',
  tags: ['finance'],
  features: { notebooks: false, mlStudio: false, dashboards, subscriptions: false },
  teams: { DataScience: {}, Analysts: { permissions: ['RUN_ATHENA_QUERY', 'CREATE_SHARE_OBJECT'] } },
  datasets: {
    sales: {
      team: 'DataScience',
      tables: { clicks: {} },
      accepts: { 'finance/dev/finance/to-analysts': { permissions: ['Read'] } },
    },
  },
  shares: {
    'to-analysts': { dataset: 'sales', with: { team: 'Analysts' }, items: { tables: ['clicks'] } },
  },
});

const platform = (dashboards: boolean, more: object = {}): string =>
  stringify({
    organization: 'test-org',
    region: 'eu-west-1',
    organization_teams: organizationTeams,
    deployRoleArn: 'arn:{{partition}}:iam::{{account}}:role/terralake-sandbox-target',
    deployRoleExternalId: externalId,
    assumeDeployRole: true,
    domains: {
      finance: {
        environments: {
          dev: {
            account,
            modules: {
              finance: {
                module_path: '@terralake/environment',
                module_config_data: environment(dashboards),
              },
            },
            ...more,
          },
        },
      },
    },
  });

interface Check {
  readonly check: string;
  readonly ok: boolean;
}

/** One environment in another account, worked in by a role; the tests follow one another. */
describe('what AWS is asked before a plan', () => {
  let rehearsal: Rehearsal;
  const write = (text: string): void => writeFileSync(join(rehearsal.folder, 'platform.yaml'), text);
  const run = (...args: readonly string[]): Promise<Run> => rehearsal.terralake(args);
  const first = ({ stdout }: Run) => (JSON.parse(stdout) as object[])[0];
  const doctor = async () => {
    const { exitCode, stdout, stderr } = await run('doctor', '--json');
    const checks = JSON.parse(stdout) as Check[];
    return { exitCode, stderr, failed: checks.filter(({ ok }) => !ok).map(({ check }) => check), checks };
  };
  const recorded = (): unknown => {
    const lock = parse(readFileSync(join(rehearsal.folder, 'platform.lock.yaml'), 'utf8')) as {
      records: { environment: Record<string, { existingTables?: string[] }> };
    };
    return lock.records.environment['finance/dev/finance']?.existingTables;
  };

  beforeAll(async () => {
    rehearsal = await rehearse(undefined, { 'platform.yaml': platform(true) });
    const { sandbox } = rehearsal;
    const trusts = [`arn:aws:iam::${sandbox.account}:role/terralake-sandbox-deploy`];
    await createDeployRole(sandbox, 'target', { account, trusts, externalId });
  });
  afterAll(async () => rehearsal.stop());

  test('dashboards without QuickSight are refused before Terraform runs, and the doctor knows', async () => {
    for (const command of ['plan', 'apply']) {
      const { exitCode, stdout, stderr } = await run(command);
      expect({ exitCode, stdout }).toEqual({ exitCode: 3, stdout: '' });
      expect(stderr).toContain('TL423');
      expect(stderr).not.toContain('planning');
    }
    expect(await doctor()).toMatchObject({
      exitCode: 3,
      failed: [`QuickSight of ${account}`, 'lock file'],
    });
  });

  test('the Standard edition is none either', async () => {
    await subscribeQuickSight(rehearsal.sandbox, { account: '222222222222', edition: 'STANDARD' });
    write(platform(true).replaceAll(account, '222222222222'));
    const { sandbox } = rehearsal;
    const trusts = [`arn:aws:iam::${sandbox.account}:role/terralake-sandbox-deploy`];
    await createDeployRole(sandbox, 'target', { account: '222222222222', trusts, externalId });
    const { exitCode, stderr } = await run('plan');
    write(platform(true));
    expect(exitCode).toBe(3);
    expect(stderr).toContain('the edition STANDARD');
  });

  test('with QuickSight all of it is applied, but for the table that nobody has made', async () => {
    await subscribeQuickSight(rehearsal.sandbox, { account });
    const applied = worked(await run('apply', '--json'));
    expect(first(applied)).toMatchObject({ stack: 'finance-dev', pending: [clicks] });
    expect(applied.stderr).toContain(`pending crawl: ${clicks}: granted once the crawler has made it`);
    expect(recorded()).toBeUndefined();
    expect(await doctor()).toMatchObject({ exitCode: 0, failed: [] });
  });

  test('once it is there, the next plan grants it, and the lock file knows', async () => {
    const there = { account, region: 'eu-west-1' };
    const { moto } = rehearsal.sandbox;
    const { DatabaseList: databases } = await moto.json(there, 'glue', 'AWSGlue.GetDatabases');
    const database = (databases as { Name: string }[]).find(({ Name }) => Name.endsWith('_sales'));
    await moto.json(there, 'glue', 'AWSGlue.CreateTable', {
      DatabaseName: database?.Name,
      TableInput: { Name: 'clicks' },
    });
    const planned = first(worked(await run('plan', '--json'))) as { add: number };
    expect(planned).toMatchObject({ change: 0, destroy: 0, pending: [] });
    expect(planned.add).toBeGreaterThan(0);
    expect(first(worked(await run('apply', '--json')))).toMatchObject({ add: planned.add, pending: [] });
    expect(recorded()).toEqual(['sales/clicks']);
    expect(first(worked(await run('plan', '--json')))).toMatchObject({ add: 0, change: 0, destroy: 0 });
  });

  test('plain synthesis takes nothing away again, nor does the lock', async () => {
    worked(await run('lock'));
    worked(await run('synth', '--output', 'out'));
    const json = JSON.parse(
      readFileSync(join(rehearsal.folder, 'out/stacks/finance-dev/cdk.tf.json'), 'utf8'),
    ) as { variable: Record<string, { default: unknown }> };
    expect(json.variable['finance__existing-tables']?.default).toEqual([clicks]);
  });

  test('the doctor names a role that cannot be assumed, without a stack trace', async () => {
    write(platform(false, { deployRoleExternalId: 'another' }));
    const { exitCode, stdout, stderr } = await run('doctor');
    expect(exitCode).toBe(3);
    expect(stdout).toMatch(/^✗ finance\/dev: arn:aws:iam::111111111111:role\/terralake-sandbox-target/m);
    expect(stdout).toMatch(/^✓ credentials: /m);
    expect(stdout + stderr).not.toMatch(/\n\s+at .*:\d+:\d+/);
  });
});

import { loadPlatform } from '../../../../cli/shared/built-in';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LoadOptions } from '../../../../core/config/load';
import { Lock, lockFileName } from '../../../../core/lock/lock';
import { writeLock } from '../../../../core/lock/lock-file';
import { nextRecords } from '../../../../core/lock/records';
import { stackPlans } from '../../../../core/platform/stacks';
import { temporary } from '../../../support/synth';
import { least, organizationTeams } from '../setting';

/** Configurations of environments by domain: each is the module `place` of `<domain>/dev`, in an account of its own. */
export type Places = Readonly<Record<string, object>>;

/** An environment with something of everything. */
export const whole = {
  ...least,
  iamRole: 'finance-owner',
  networks: { research: { vpcId: 'vpc-1', privateSubnetIds: ['subnet-1'], team: 'DataScience' } },
  teams: { DataScience: {}, Analysts: {} },
  consumptionRoles: {
    reporting: {
      roleArn: 'arn:aws:iam::111111111111:role/reporting',
      team: 'Analysts',
      management: 'full',
    },
  },
  studioUsers: { ana: { team: 'DataScience' } },
  notebooks: { churn: { team: 'DataScience', network: 'research', subnetId: 'subnet-1' } },
  datasets: {
    sales: {
      team: 'DataScience',
      tables: { orders: {} },
      accepts: { 'one/dev/place/to-reporting': { permissions: ['Read'] } },
    },
  },
  shares: {
    'to-reporting': {
      dataset: 'sales',
      with: { consumptionRole: 'reporting' },
      items: { tables: ['orders'] },
    },
  },
};

/** A root file with these environments; extra modules may stand beside them. */
export function rootOf(places: Places, target: object = {}, keys: object = {}): object {
  const accounts: Record<string, string> = { one: '111111111111', two: '222222222222' };
  return {
    organization: 'acme',
    organization_teams: organizationTeams,
    deployRoleArn: 'arn:{{partition}}:iam::{{account}}:role/deploy',
    assumeDeployRole: true,
    ...keys,
    domains: Object.fromEntries(
      Object.entries(places).map(([domain, config]) => [
        domain,
        {
          environments: {
            dev: {
              account: accounts[domain],
              region: 'eu-west-1',
              ...target,
              modules: { place: { module_path: '@terralake/environment', module_config_data: config } },
            },
          },
        },
      ]),
    ),
  };
}

/** Loads root files one after the other in one folder; the lock is written after each that is valid. */
export function ledger() {
  const folder = temporary({});
  const file = join(folder, 'mdaa.yaml');
  const load = (root: object, options: Partial<LoadOptions> = {}) => {
    const text = JSON.stringify(root, null, 1);
    writeFileSync(file, text);
    const { platform, diagnostics } = loadPlatform({ file, environment: {}, ...options });
    return {
      platform,
      diagnostics,
      /** `error TL425`, with the text of the line that it is about. */
      found: diagnostics
        .filter(({ code }) => /TL42[56]/.test(code))
        .map(
          ({ severity, code, place }) =>
            `${severity} ${code} ${place?.file === lockFileName ? 'lock' : (text.split('\n')[(place?.line ?? 0) - 1] ?? '').trim()}`,
        ),
      message: diagnostics.filter(({ code }) => /TL42[56]/.test(code)).map(({ message }) => message),
    };
  };
  const lock = (root: object, removed: { what: string; reason: string }[] = []) => {
    const { platform, diagnostics } = load(root);
    if (!platform) throw new Error(JSON.stringify(diagnostics));
    const records = nextRecords({}, stackPlans(platform), { others: 'dropped' });
    writeLock(new Lock(folder, { protected: {}, removed, records }));
    return records;
  };
  return { folder, load, lock };
}

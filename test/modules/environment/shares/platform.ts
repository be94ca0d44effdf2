import { stringify } from 'yaml';
import type { SynthesizeOptions } from '../../../../core/synthesize';
import { synthFiles } from '../../../support/synth';
import { organizationTeams } from '../setting';

export const [financeAccount, labAccount] = ['111111111111', '222222222222'];

/** The dataset `sales` of DataScience, in the environment `shared/dev/finance`. */
export const sales = {
  team: 'DataScience',
  folders: { invoices: 'invoices/2026/', orders: 'orders/' },
  tables: {
    orders: {
      columns: [
        { name: 'id', type: 'bigint' },
        { name: 'region', type: 'string' },
      ],
    },
    clicks: {},
  },
  dataFilters: {
    eu_only: { table: 'orders', rows: "region = 'EU'" },
    no_names: { table: 'orders', columns: ['id'] },
  },
};

export const reporting = {
  roleArn: `arn:aws:iam::${financeAccount}:role/bi/reporting`,
  team: 'Analysts',
  management: 'full',
};

export const finance = {
  name: 'Finance',
  team: 'FinancesAdmin',
  resourcePrefix: 'fin',
  tags: ['finance'],
  teams: { DataScience: {}, Analysts: {} },
  consumptionRoles: { reporting },
  datasets: { sales },
};

export const lab = {
  name: 'Lab',
  team: 'ResearchAdmin',
  resourcePrefix: 'lab',
  tags: ['research'],
  teams: { Analysts: {} },
};

/** A dataset with these consents. */
export const accepting = (accepts: object) => ({ ...sales, accepts });

const environment = (account: string, name: string) => ({
  account,
  region: 'eu-west-1',
  deployRoleArn: 'arn:{{partition}}:iam::{{account}}:role/terralake-deploy',
  assumeDeployRole: true,
  modules: { [name]: { module_path: '@terralake/environment', module_configs: [`./${name}.yaml`] } },
});

/** Changes to two environments. */
export interface Changes {
  readonly finance?: object;
  readonly lab?: object;
  /** Of the environments in the root file. */
  readonly labTarget?: object;
  readonly financeTarget?: object;
}

export interface TwoEnvironments extends Changes {
  readonly synthesize?: Partial<SynthesizeOptions>;
}

/** The files of two environments, `shared/dev/finance` and `research/dev/lab`, in two accounts. */
export function platformFiles(changes: Changes = {}): Readonly<Record<string, string>> {
  const shared = { ...environment(financeAccount, 'finance'), ...changes.financeTarget };
  const research = { ...environment(labAccount, 'lab'), ...changes.labTarget };
  return {
    'mdaa.yaml': stringify({
      organization: 'acme',
      organization_teams: organizationTeams,
      domains: {
        shared: { environments: { dev: shared } },
        research: { environments: { dev: research } },
      },
    }),
    'finance.yaml': stringify({ ...finance, ...changes.finance }),
    'lab.yaml': stringify({ ...lab, ...changes.lab }),
  };
}

/** Two environments, synthesized. */
export async function twoEnvironments(changes: TwoEnvironments = {}) {
  const result = await synthFiles(platformFiles(changes), changes.synthesize);
  return { ...result, finance: result.stack('shared-dev'), lab: result.stack('research-dev') };
}

interface Told {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly place?: { readonly file: string; readonly line: number };
}

/** What synthesis says of two environments, as `<severity> <code>: <the line of YAML>`; notes of levels in between left out. */
export async function diagnosticsOf(changes: TwoEnvironments): Promise<readonly string[]> {
  const files = platformFiles(changes);
  return (await allDiagnostics(changes)).map(({ code, severity, place }) => {
    const line = files[place?.file ?? '']?.split('\n')[(place?.line ?? 0) - 1];
    return `${severity} ${code}: ${line?.trim() ?? place?.file ?? ''}`;
  });
}

async function allDiagnostics(changes: TwoEnvironments): Promise<readonly Told[]> {
  try {
    return (await twoEnvironments(changes)).diagnostics;
  } catch (cause) {
    return (cause as { readonly diagnostics: readonly Told[] }).diagnostics;
  }
}

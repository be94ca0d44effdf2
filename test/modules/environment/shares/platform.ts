import { stringify } from 'yaml';
import type { Located } from '../../../../core/platform/platform';
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
  modules: { [name]: { module_path: '@terralake/environment', module_configs: [`./${name}.yaml`] } },
});

export interface TwoEnvironments {
  readonly finance?: object;
  readonly lab?: object;
  /** Of the environments in the root file. */
  readonly labTarget?: object;
  readonly financeTarget?: object;
  readonly synthesize?: Partial<SynthesizeOptions>;
}

/** Two environments, `shared/dev/finance` and `research/dev/lab`, in two accounts; with changes to their files. */
export async function twoEnvironments(changes: TwoEnvironments = {}) {
  const result = await synthFiles(
    {
      'mdaa.yaml': {
        organization: 'acme',
        organization_teams: organizationTeams,
        domains: {
          shared: {
            environments: { dev: { ...environment(financeAccount, 'finance'), ...changes.financeTarget } },
          },
          research: { environments: { dev: { ...environment(labAccount, 'lab'), ...changes.labTarget } } },
        },
      },
      'finance.yaml': { ...finance, ...changes.finance },
      'lab.yaml': { ...lab, ...changes.lab },
    },
    changes.synthesize,
  );
  return { ...result, finance: result.stack('shared-dev'), lab: result.stack('research-dev') };
}

/** The environments of a platform that was synthesized. */
export function located({ platform }: Awaited<ReturnType<typeof twoEnvironments>>): readonly Located[] {
  return platform.environments.flatMap((each) =>
    each.modules.map((module) => ({ environment: each, module })),
  );
}

interface Told {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly place?: { readonly file: string; readonly line: number };
}

/** What synthesis says of two environments, as `<severity> <code>: <the line of YAML>`; notes of levels in between left out. */
export async function diagnosticsOf(changes: TwoEnvironments): Promise<readonly string[]> {
  const lines: Readonly<Record<string, readonly string[]>> = {
    'finance.yaml': stringify({ ...finance, ...changes.finance }).split('\n'),
    'lab.yaml': stringify({ ...lab, ...changes.lab }).split('\n'),
  };
  return (await allDiagnostics(changes)).map(({ code, severity, place }) => {
    const line = lines[place?.file ?? '']?.[(place?.line ?? 0) - 1];
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

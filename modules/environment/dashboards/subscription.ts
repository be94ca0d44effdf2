import type { Code } from '../../../diagnostics/code';

/** What QuickSight says of an account, as far as it matters here. */
export interface QuickSightAccount {
  readonly edition: string | undefined;
  readonly status: string | undefined;
}

/** Why dashboards do not work in an account, and what to do. */
export interface DashboardsProblem {
  readonly code: Code;
  readonly message: string;
  readonly help: string;
}

const enterprise = new Set(['ENTERPRISE', 'ENTERPRISE_AND_Q']);

/**
 * Dashboards need an Enterprise subscription of the account. `describe` answers undefined where there is none at all;
 * what it throws is not for this to judge.
 */
export async function checkQuickSight(
  account: string,
  describe: () => Promise<QuickSightAccount | undefined>,
): Promise<DashboardsProblem | undefined> {
  const found = await describe();
  const wrong = found ? problemOf(found) : 'has no QuickSight subscription';
  if (wrong === undefined) return undefined;
  return {
    code: 'TL423',
    message: `the account ${account} ${wrong}, so dashboards do not work`,
    help: 'Subscribe it to the Enterprise edition of QuickSight, or write `features: { dashboards: false }`.',
  };
}

function problemOf({ edition, status }: QuickSightAccount): string | undefined {
  if (status !== 'ACCOUNT_CREATED')
    return `has a QuickSight subscription in the state ${status ?? 'unknown'}`;
  if (edition === undefined || !enterprise.has(edition)) {
    return `has the edition ${edition ?? 'unknown'} of QuickSight`;
  }
  return undefined;
}

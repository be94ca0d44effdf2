import { least } from '../setting';

/** A dataset of a team with everything that a dataset can say. */
export const sales = {
  team: 'DataScience',
  description: 'What was sold',
  confidentiality: 'Official',
  folders: { invoices: 'invoices/2026/' },
  tables: {
    orders: {
      columns: [
        { name: 'id', type: 'bigint' },
        { name: 'amount', type: 'decimal(10,2)', comment: 'in ${cents}' },
      ],
    },
    visits: { columns: [{ name: 'id', type: 'string' }], format: 'csv', location: 'raw/visits/' },
    events: { columns: [{ name: 'id', type: 'string' }], format: 'json' },
    clicks: {},
  },
  dataFilters: { eu_only: { table: 'orders', rows: "region = 'EU'" } },
  crawlerSchedule: 'cron(15 12 * * ? *)',
};

/** A dataset in a bucket that exists. */
export const archive = {
  team: 'DataScience',
  import: { bucketName: 'old-archive', kmsKeyAlias: 'old-key', glueDatabaseName: 'old_archive' },
};

/** An environment with these datasets, and two invited teams. */
export function withDatasets(datasets: Readonly<Record<string, unknown>>, more: object = {}) {
  return { ...least, teams: { DataScience: {}, Analysts: {} }, datasets, ...more };
}

/** The beginning of physical names. */
export const named = 'fin-test-org-test-env-test-domain-test-module';

import type { ModuleSetting } from '../../support/synth';

type Options = Readonly<Record<string, unknown>>;

/** A module with one crawler, `sales`, outside of any project. */
export function crawlers(crawler: Options = {}, added: Options = {}) {
  return {
    securityConfigurationName: 'encrypted',
    crawlers: {
      sales: {
        executionRoleArn: 'arn:aws:iam::111111111111:role/etl',
        databaseName: 'sales',
        description: 'Sales',
        targets: { s3Targets: [{ path: 's3://lake/data' }] },
        ...crawler,
      },
    },
    ...added,
  };
}

/** A project `etl` beside the crawlers. */
export const project: ModuleSetting = {
  modules: { etl: { module_path: 'dataops-project', module_configs: ['./etl.yaml'] } },
  files: {
    'etl.yaml': {
      dataAdminRoles: [{ id: 'AROAADMIN', arn: 'arn:aws:iam::111111111111:role/admin', name: 'admin' }],
      glueCatalogKmsKeyArn: 'arn:catalog-key',
      databases: { Sales: { description: 'Sales' } },
    },
  },
};

/** The prefix of all names. */
export const prefix = 'test-org-test-env-test-domain-test-module';

import { defineModule } from '../../core/module/define-module';
import { auditConfig } from './config';
import { databaseName, inventoryTable, trailTable } from './names';
import { build } from './module';

/** A bucket for audit logs. */
export const audit = defineModule({
  name: 'audit',
  summary: 'An encrypted bucket for CloudTrail logs and S3 inventories, with Glue tables over them',
  config: auditConfig,
  declares: (config, names) => ({
    publishes: ['kms/arn', 'kms/id', 'bucket/name', 'bucket/arn'].map((path) => names.path(path)),
    after: ['lake formation settings'],
    names: [
      { kind: 'kms alias', name: names.resource(undefined, 256) },
      { kind: 's3 bucket', name: names.resource(undefined, 63) },
      { kind: 'glue database', name: databaseName(names) },
      { kind: 'glue table', name: trailTable },
      ...(config.inventories.length > 0 ? [{ kind: 'glue table' as const, name: inventoryTable }] : []),
    ],
  }),
  build,
});

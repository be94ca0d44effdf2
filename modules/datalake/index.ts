import { ownInventories } from '../../core/aws/inventory-config';
import { inventoryTableName } from '../../core/aws/inventory-names';
import { plainPrefix } from '../../core/aws/location';
import { defineModule } from '../../core/module/define-module';
import type { PhysicalName } from '../../core/platform/declaration';
import { checkDatalake } from './check';
import { datalakeConfig } from './config';
import { hasLocations, utilDatabaseName, zoneBucketName } from './names';
import { build } from './module';

/** The buckets of a data lake. */
export const datalake = defineModule({
  name: 'datalake',
  summary: 'The buckets of a data lake, one for each zone, with access by prefix',
  config: datalakeConfig,
  declares(config, names) {
    const zones = Object.entries(config.buckets);
    const locations = hasLocations(config);
    const name = (kind: PhysicalName['kind'], value: string): PhysicalName => ({ kind, name: value });
    return {
      publishes: [
        'kms/arn',
        'kms/id',
        ...zones.flatMap(([zone]) => [`bucket/${zone}/name`, `bucket/${zone}/arn`]),
        ...(locations ? ['arn', 'id', 'name'].map((facet) => `role/lake-formation/${facet}`) : []),
        ...(config.storageLensEnabled ? ['storage-lens/arn'] : []),
      ].map((path) => names.path(path)),
      after: ['lake formation settings'],
      registers: zones.flatMap(([zone, { lakeFormationLocations }]) =>
        Object.values(lakeFormationLocations).map(({ prefix }) => ({
          bucket: names.path(`bucket/${zone}/name`),
          prefix: plainPrefix(prefix),
        })),
      ),
      names: [
        name('kms alias', names.resource(undefined, 256)),
        name('glue database', utilDatabaseName(names)),
        ...zones.map(([zone]) => name('s3 bucket', zoneBucketName(names, zone))),
        ...zones.flatMap(([zone, bucket]) =>
          ownInventories(bucket.inventories).length > 0 ? [name('glue table', inventoryTableName(zone))] : [],
        ),
        ...(locations ? [name('iam role', names.resource('lake-formation', 64))] : []),
        ...(config.storageLensEnabled ? [name('storage lens', names.resource('storage-lens', 64))] : []),
      ],
    };
  },
  check: checkDatalake,
  build,
});

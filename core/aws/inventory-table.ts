import type { AddressKey, ModuleScope } from '../module/scope';
import { externalTable } from './glue-table';
import { inventoryTableName } from './inventory-names';

/** A table over S3 inventories. `inventories` are `<source bucket>/<inventory id>`, `location` ends with a slash. */
export function inventoryTable(
  scope: ModuleScope,
  key: AddressKey,
  options: {
    readonly database: string;
    readonly name: string;
    readonly location: string;
    readonly inventories: readonly string[];
  },
): void {
  const { database, name, location, inventories } = options;
  externalTable(scope, key, {
    database,
    name: inventoryTableName(name),
    location,
    locationTemplate: `${location}$\${bucket_inventory}/hive/dt=$\${dt}`,
    partitions: { bucket_inventory: 'string', dt: 'string' },
    projection: {
      bucket_inventory: { type: 'enum', values: inventories.join(',') },
      dt: {
        type: 'date',
        format: 'yyyy-MM-dd-HH-mm',
        range: '2022-01-01-00-00,NOW',
        interval: '1',
        'interval.unit': 'HOURS',
      },
    },
    format: {
      input: 'org.apache.hadoop.hive.ql.io.SymlinkTextInputFormat',
      output: 'org.apache.hadoop.hive.ql.io.IgnoreKeyTextOutputFormat',
      serde: 'org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe',
    },
    columns: {
      bucket: 'string',
      key: 'string',
      version_id: 'string',
      is_latest: 'boolean',
      is_delete_marker: 'boolean',
      size: 'bigint',
      last_modified_date: 'timestamp',
      e_tag: 'string',
      storage_class: 'string',
      is_multipart_uploaded: 'boolean',
      replication_status: 'string',
      encryption_status: 'string',
      intelligent_tiering_tier: 'string',
    },
  });
}

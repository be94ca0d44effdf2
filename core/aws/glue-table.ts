import { GlueCatalogTable } from '../provider/aws';
import type { AddressKey, ModuleScope } from '../module/scope';

/** Column or partition key → type. */
export type Columns = Readonly<Record<string, string>>;

export interface ExternalTableOptions {
  readonly database: string;
  readonly name: string;
  readonly location: string;
  readonly columns: Columns;
  /** Partitions that Athena computes instead of looking them up. */
  readonly partitions: Columns;
  /** Properties of the projection, without `projection.`, by partition. */
  readonly projection: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Where a partition lies, its keys as policy-like variables: `$${dt}`. */
  readonly locationTemplate: string;
  readonly format: { readonly input: string; readonly output: string; readonly serde: string };
}

/** An external table over files in S3, partitioned by projection; made after the Lake Formation administrators. */
export function externalTable(scope: ModuleScope, key: AddressKey, options: ExternalTableOptions): void {
  const { database, name, location, columns, partitions, projection, locationTemplate, format } = options;
  scope.add(
    GlueCatalogTable,
    key,
    {
      databaseName: database,
      name,
      tableType: 'EXTERNAL_TABLE',
      partitionKeys: columnList(partitions),
      parameters: {
        EXTERNAL: 'TRUE',
        'projection.enabled': 'true',
        ...Object.fromEntries(
          Object.entries(projection).flatMap(([partition, properties]) =>
            Object.entries(properties).map(([property, value]) => [
              `projection.${partition}.${property}`,
              value,
            ]),
          ),
        ),
        'storage.location.template': locationTemplate,
      },
      storageDescriptor: {
        location,
        inputFormat: format.input,
        outputFormat: format.output,
        serDeInfo: { serializationLibrary: format.serde },
        columns: columnList(columns),
      },
    },
    { after: ['lake formation settings'] },
  );
}

function columnList(columns: Columns): { name: string; type: string }[] {
  return Object.entries(columns).map(([name, type]) => ({ name, type }));
}

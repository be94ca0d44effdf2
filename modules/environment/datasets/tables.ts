import { GlueCatalogTable } from '../../../core/provider/aws';
import type { ModuleScope } from '../../../core/module/scope';
import type { DatasetConfig } from '../config/datasets';
import type { DatasetFacts } from './facts';

type Format = DatasetConfig['tables'][string]['format'];

const hive = 'org.apache.hadoop.hive';
const text = {
  input: 'org.apache.hadoop.mapred.TextInputFormat',
  output: `${hive}.ql.io.HiveIgnoreKeyTextOutputFormat`,
};

/** How Hive reads each format, as Athena and Glue write it themselves. */
const formats: Readonly<
  Record<
    Format,
    {
      readonly input: string;
      readonly output: string;
      readonly serde: string;
      readonly parameters: Readonly<Record<string, string>>;
    }
  >
> = {
  parquet: {
    input: `${hive}.ql.io.parquet.MapredParquetInputFormat`,
    output: `${hive}.ql.io.parquet.MapredParquetOutputFormat`,
    serde: `${hive}.ql.io.parquet.serde.ParquetHiveSerDe`,
    parameters: { 'serialization.format': '1' },
  },
  csv: { ...text, serde: `${hive}.serde2.lazy.LazySimpleSerDe`, parameters: { 'field.delim': ',' } },
  json: { ...text, serde: 'org.openx.data.jsonserde.JsonSerDe', parameters: {} },
};

/** The tables whose columns are stated, by name; returns the Terraform strings of their names. */
export function datasetTables(
  scope: ModuleScope,
  dataset: DatasetFacts,
  database: string,
): ReadonlyMap<string, string> {
  const { key, bucket, tables } = dataset;
  return new Map(
    tables.flatMap(({ name, prefix, config }): readonly [string, string][] => {
      const { columns, format } = config;
      if (!columns) return [];
      const { input, output, serde, parameters } = formats[format];
      const table = scope.add(
        GlueCatalogTable,
        ['dataset', key, 'table', name],
        {
          databaseName: database,
          name,
          tableType: 'EXTERNAL_TABLE',
          parameters: { EXTERNAL: 'TRUE', classification: format },
          storageDescriptor: {
            location: `s3://${bucket}/${scope.literal(prefix)}`,
            inputFormat: input,
            outputFormat: output,
            serDeInfo: { serializationLibrary: serde, parameters },
            columns: columns.map(({ name: column, type, comment }) => ({
              name: column,
              type,
              ...(comment && { comment: scope.value(comment) }),
            })),
          },
        },
        { after: ['lake formation settings'], from: ['datasets', key, 'tables', name] },
      );
      return [[name, table.name]];
    }),
  );
}

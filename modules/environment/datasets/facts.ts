import { onceFor } from '../../../core/values/once';
import type { ConfigPath } from '../../../core/config/locate';
import { bucketArn } from '../../../core/aws/location';
import type { DatasetConfig } from '../config/datasets';
import { roleArnOf, teamOf, type EnvironmentFacts } from '../facts';
import type { EnvironmentTeam } from '../team-facts';

/** A prefix of a dataset that can be shared. */
export interface DatasetFolder {
  readonly key: string;
  /** Ends with a slash. */
  readonly prefix: string;
}

/** A table of a dataset. */
export interface DatasetTable {
  /** The key, which is its name in Glue. */
  readonly name: string;
  /** Its columns are stated, so it is made here; otherwise the crawler makes it some day. */
  readonly made: boolean;
  /** Where its files are: a prefix that ends with a slash. */
  readonly prefix: string;
  readonly config: DatasetConfig['tables'][string];
}

/** A part of a table: rows, or columns. */
export interface DatasetFilter {
  /** The key, which is its name in Lake Formation, where it is one of the table's. */
  readonly name: string;
  /** Name of a table of the dataset. */
  readonly table: string;
  /** A condition of SQL; undefined: all rows. */
  readonly rows: string | undefined;
  /** Undefined: all columns. */
  readonly columns: readonly string[] | undefined;
}

/** What is known of a dataset without building it: plain data, also of other environments of the platform. */
export interface DatasetFacts {
  /** `<domain>/<environment>/<module>/<dataset>`. */
  readonly path: string;
  readonly key: string;
  /** `id`, or the key: what physical names are made of. */
  readonly id: string;
  readonly environment: EnvironmentFacts;
  readonly config: DatasetConfig;
  /** The team that owns it; undefined if the environment has no such team, which is an error of its own. */
  readonly team: EnvironmentTeam | undefined;
  /** The bucket exists: it is used and not owned. */
  readonly imported: boolean;
  readonly bucket: string;
  readonly bucketArn: string;
  /** `alias/…` of the key that encrypts the bucket; undefined: keys of S3, which are in the way of nobody. */
  readonly keyAlias: string | undefined;
  readonly database: string;
  /** False: the database exists. */
  readonly databaseMade: boolean;
  /** The role of the crawler and of the registered location. */
  readonly role: { readonly name: string; readonly arn: string };
  readonly crawler: string;
  readonly securityConfiguration: string;
  /** `alias/…` of the key of the crawler's logs. */
  readonly logKeyAlias: string;
  readonly folders: readonly DatasetFolder[];
  readonly tables: readonly DatasetTable[];
  readonly dataFilters: readonly DatasetFilter[];
  /** Where it is written in the module's YAML. */
  readonly from: ConfigPath;
}

/** The datasets of an environment, in the order of the YAML; computed once. */
export const datasetsOf = onceFor((environment: EnvironmentFacts): readonly DatasetFacts[] =>
  Object.entries(environment.config.datasets).map(([key, config]) => factsOf(environment, key, config)),
);

/** The dataset of that key, if the environment has one. */
export function datasetFacts(environment: EnvironmentFacts, key: string): DatasetFacts | undefined {
  return datasetsOf(environment).find((dataset) => dataset.key === key);
}

function factsOf(environment: EnvironmentFacts, key: string, config: DatasetConfig): DatasetFacts {
  const { names, location, path } = environment;
  const id = config.id ?? key;
  const bucket = config.import?.bucketName ?? names.name('bucket', [id]);
  const role = config.import?.adminRoleName ?? names.name('role', ['dataset', id]);
  const existingDatabase = config.import?.glueDatabaseName;
  return {
    path: `${path}/${key}`,
    key,
    id,
    environment,
    config,
    team: teamOf(environment, config.team),
    imported: config.import !== undefined,
    bucket,
    bucketArn: bucketArn(location, bucket),
    keyAlias: config.import ? asAlias(config.import.kmsKeyAlias) : `alias/${bucket}`,
    database: existingDatabase ?? names.name('database', [id]),
    databaseMade: existingDatabase === undefined,
    role: { name: role, arn: roleArnOf(location, role) },
    crawler: names.name('crawler', [id, 'crawler']),
    securityConfiguration: names.name('security configuration', [id, 'security']),
    logKeyAlias: `alias/${names.name('key', [id, 'glue'])}`,
    folders: Object.entries(config.folders).map(([folder, prefix]) => ({ key: folder, prefix })),
    tables: Object.entries(config.tables).map(([name, table]) => ({
      name,
      made: table.columns !== undefined,
      prefix: table.location ?? `${name}/`,
      config: table,
    })),
    dataFilters: Object.entries(config.dataFilters).map(([name, { table, rows, columns }]) => ({
      name,
      table,
      rows,
      columns,
    })),
    from: ['datasets', key],
  };
}

function asAlias(written: string | undefined): string | undefined {
  if (written === undefined) return undefined;
  return written.startsWith('alias/') ? written : `alias/${written}`;
}

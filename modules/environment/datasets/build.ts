import { GlueCatalogDatabase } from '../../../core/provider/aws';
import { managedPolicy } from '../../../core/aws/managed-policy';
import { serviceRole } from '../../../core/aws/role';
import type { ModuleScope, Role } from '../../../core/module/scope';
import type { Base } from '../base/build';
import type { EnvironmentFacts } from '../facts';
import type { Contributing } from './contributions';
import { datasetCrawler } from './crawler';
import { datasetsOf, type DatasetFacts } from './facts';
import { governDataset, registerBucket } from './grants';
import { importedStorage } from './imported';
import { policyName } from './names';
import { datasetRoleStatements, datasetTrust } from './role-statements';
import { datasetStorage } from './storage';
import { datasetTables } from './tables';

/** What datasets are made with. */
export interface DatasetSurroundings {
  readonly base: Base;
  /** The roles of the teams, by team. */
  readonly roles: ReadonlyMap<string, Role>;
  readonly pivot: { readonly arn: string } | undefined;
  readonly contributing: Contributing;
}

/** A dataset as it was built. Strings are Terraform strings, so that who uses them waits for what they name. */
export interface BuiltDataset {
  readonly facts: DatasetFacts;
  readonly bucket: string;
  readonly database: string;
  readonly role: Role;
  /** Names of the tables that are made here, by name. */
  readonly tables: ReadonlyMap<string, string>;
}

/** The datasets of an environment, by key. */
export function buildDatasets(
  scope: ModuleScope,
  facts: EnvironmentFacts,
  surroundings: DatasetSurroundings,
): ReadonlyMap<string, BuiltDataset> {
  return new Map(
    datasetsOf(facts).flatMap((dataset): readonly [string, BuiltDataset][] => {
      const owner = surroundings.roles.get(dataset.config.team);
      // A dataset without an owner was refused before.
      return owner ? [[dataset.key, buildDataset(scope, dataset, owner, surroundings)]] : [];
    }),
  );
}

function buildDataset(
  scope: ModuleScope,
  dataset: DatasetFacts,
  owner: Role,
  { base, pivot, contributing }: DatasetSurroundings,
): BuiltDataset {
  const role = datasetRole(scope, dataset, pivot?.arn);
  const bucket = dataset.imported
    ? importedStorage(scope, dataset)
    : datasetStorage(scope, dataset, base, { roles: [owner, role], contributions: contributing(dataset) });
  const registered = dataset.config.import?.locationRegistered === true;
  const location = registered ? dataset.bucketArn : registerBucket(scope, dataset, role).arn;
  const database = datasetDatabase(scope, dataset, bucket);
  const tables = datasetTables(scope, dataset, database);
  datasetCrawler(scope, dataset, { role, database, bucket });
  governDataset(scope, dataset, database, location, { role, owner, pivotArn: pivot?.arn });
  return { facts: dataset, bucket, database, role, tables };
}

/** The role by which the crawler and Lake Formation reach the files. */
function datasetRole(scope: ModuleScope, dataset: DatasetFacts, pivotArn: string | undefined): Role {
  const { key, role, from } = dataset;
  const made = serviceRole(scope, ['dataset', key], {
    name: role.name,
    description: `The crawler and Lake Formation at the dataset ${key}`,
    trust: datasetTrust(dataset, pivotArn),
    publishAt: `dataset/${key}/role`,
  });
  managedPolicy(scope, ['dataset', key], {
    name: (part) => `${policyName(dataset)}${part}`,
    statements: datasetRoleStatements(dataset),
    attachTo: [made],
    from,
  });
  return made;
}

/**
 * The database, or the existing one. That new tables are open to nobody is a setting of the account, which the
 * environment makes: the provider cannot say so of a single database.
 * https://github.com/hashicorp/terraform-provider-aws/issues/27295
 */
function datasetDatabase(scope: ModuleScope, dataset: DatasetFacts, bucket: string): string {
  const { key, config, database, databaseMade, from } = dataset;
  const name = databaseMade
    ? scope.add(
        GlueCatalogDatabase,
        ['dataset', key],
        {
          name: database,
          ...(config.description && { description: scope.value(config.description) }),
          locationUri: `s3://${bucket}/`,
        },
        { protect: true, after: ['lake formation settings'], from },
      ).name
    : database;
  scope.publish(`dataset/${key}/database/name`, name);
  return name;
}

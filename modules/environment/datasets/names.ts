import { nameOf, type EnvironmentName } from '../part';
import type { DatasetFacts } from './facts';

/** The name of the policy of a dataset's role. */
export function policyName({ environment, id }: DatasetFacts): string {
  return environment.names.name('policy', ['dataset', id]);
}

/** Names of everything that a dataset makes. */
export function datasetNames(dataset: DatasetFacts): readonly EnvironmentName[] {
  const { environment: facts, id, config, bucket, databaseMade, imported, tables } = dataset;
  return [
    ...(imported
      ? []
      : [nameOf(facts, 's3 bucket', 'bucket', [id]), { kind: 'kms alias' as const, name: bucket }]),
    nameOf(facts, 'kms alias', 'key', [id, 'glue']),
    config.import?.adminRoleName === undefined
      ? nameOf(facts, 'iam role', 'role', ['dataset', id])
      : { kind: 'iam role', name: config.import.adminRoleName },
    nameOf(facts, 'iam policy', 'policy', ['dataset', id]),
    ...(databaseMade ? [nameOf(facts, 'glue database', 'database', [id])] : []),
    ...tables.filter(({ made }) => made).map(({ name }) => ({ kind: 'glue table' as const, name })),
    nameOf(facts, 'glue crawler', 'crawler', [id, 'crawler']),
    nameOf(facts, 'glue security configuration', 'security configuration', [id, 'security']),
  ];
}

/** Paths of the parameters of a dataset, below the module's. */
export function datasetPaths({ key, keyAlias }: DatasetFacts): readonly string[] {
  return [
    ...['bucket/name', 'bucket/arn', 'role/arn', 'role/id', 'role/name', 'database/name', 'crawler/name'],
    ...['logs/kms/arn', 'logs/kms/id'],
    ...(keyAlias === undefined ? [] : ['kms/arn', 'kms/id']),
  ].map((path) => `dataset/${key}/${path}`);
}

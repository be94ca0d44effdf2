import type { Names } from '../../core/naming/names';
import type { DataopsProjectConfig } from './config';

/** Paths of what consumers of the project refer to with `project:`; their case is kept. */
export const projectPaths = {
  key: 'kmsArn/default',
  bucket: 'projectBucket/default',
  securityConfiguration: 'securityConfiguration/default',
  topic: 'projectTopicArn/default',
  database: (key: string) => `databaseName/${key}`,
  connection: (key: string) => `connections/${key}`,
  classifier: (key: string) => `classifiers/${key}`,
  securityGroup: (key: string) => `securityGroupId/${key}`,
  crawler: (key: string) => `crawler/name/${key}`,
} as const;

/** Full paths of everything that the module publishes. */
export function publishedPaths(config: DataopsProjectConfig, names: Names): readonly string[] {
  const { securityGroupConfigs, connections, classifiers, databases } = config;
  const withCrawler = Object.entries(databases).filter(([, { crawler }]) => crawler);
  const kept = [
    projectPaths.key,
    projectPaths.bucket,
    projectPaths.securityConfiguration,
    projectPaths.topic,
    ...Object.keys(databases).map(projectPaths.database),
    ...Object.keys(connections).map(projectPaths.connection),
    ...Object.keys(classifiers).map(projectPaths.classifier),
    ...Object.keys(securityGroupConfigs).map(projectPaths.securityGroup),
    ...withCrawler.map(([key]) => projectPaths.crawler(key)),
  ];
  const generic = [
    ...of('kms/cmk', 'arn', 'id'),
    ...of('bucket', 'name', 'arn'),
    ...of('role/lake-formation', 'arn', 'id', 'name'),
    ...of('managed-policy/wg-usage', 'arn', 'name'),
    ...of('managed-policy/catalog-key-access', 'arn', 'name'),
    ...of('workgroup', 'name'),
    ...of('topic/dataops-sns-topic', 'name', 'arn'),
    ...Object.keys(securityGroupConfigs).flatMap((key) => of(`security-group/${key}`, 'id')),
  ];
  return [
    ...kept.map((path) => names.path(path, { preserveCase: true })),
    ...generic.map((path) => names.path(path)),
  ];
}

function of(prefix: string, ...attributes: readonly string[]): readonly string[] {
  return attributes.map((attribute) => `${prefix}/${attribute}`);
}

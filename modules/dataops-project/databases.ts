import { GlueCatalogDatabase } from '../../core/provider/aws';
import { crawler } from '../../core/aws/crawler';
import type { ModuleScope } from '../../core/module/scope';
import type { DatabaseConfig } from './config';
import { locationOf } from './location';
import { databaseName, monitorName } from './names';
import { projectPaths } from './published';

/** What databases are made with. */
export interface Foundation {
  readonly bucketName: string;
  /** ARN of the registered folder of the bucket. */
  readonly registeredArn: string;
  readonly securityConfiguration: string;
  readonly topicArn: string;
}

/** A database; returns its name. */
export function database(
  scope: ModuleScope,
  key: string,
  config: DatabaseConfig,
  foundation: Foundation,
): string {
  const { name } = scope.add(
    GlueCatalogDatabase,
    ['database', key],
    {
      name: databaseName(scope.names, key, config),
      description: scope.value(config.description),
      locationUri: locationUri(scope, config, foundation),
    },
    { protect: true, after: ['lake formation settings'], from: ['databases', key] },
  );
  scope.publish(projectPaths.database(key), name, { preserveCase: true });
  return name;
}

/** The crawler over the location of a database. */
export function databaseCrawler(
  scope: ModuleScope,
  key: string,
  config: DatabaseConfig,
  databaseName: string,
  foundation: Foundation,
): void {
  if (!config.crawler) return;
  const { role, ...settings } = config.crawler;
  const { securityConfiguration, topicArn } = foundation;
  const name = crawler(scope, ['crawler', key], {
    name: scope.name(key),
    roleArn: scope.role(role).arn,
    databaseName,
    targets: { s3Target: [{ path: locationUri(scope, config, foundation) }] },
    securityConfiguration,
    settings,
    monitor: { name: monitorName(scope.names, key), topicArn },
  });
  scope.publish(projectPaths.crawler(key), name, { preserveCase: true });
}

function locationUri(scope: ModuleScope, config: DatabaseConfig, { bucketName }: Foundation): string {
  const { bucket, prefix } = locationOf(scope.names, config);
  return `s3://${bucket ? scope.value(bucket) : bucketName}/${scope.value(prefix)}`;
}

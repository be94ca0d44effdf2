import type { GlueCrawlerConfig } from '@cdktf/provider-aws/lib/glue-crawler';
import type { ModuleScope } from '../module/scope';
import type { Text } from '../platform/text';
import type { CrawlerTargets } from './crawler-config';

type Targets = Pick<GlueCrawlerConfig, 's3Target' | 'jdbcTarget' | 'dynamodbTarget' | 'catalogTarget'>;

/** The targets of a configuration as the blocks of a crawler. */
export function targetBlocks(scope: ModuleScope, targets: CrawlerTargets): Targets {
  const { s3Targets, jdbcTargets, dynamoDbTargets, catalogTargets } = targets;
  const all = (texts: readonly Text[]): string[] => texts.map((text) => scope.value(text));
  const excluding = (texts: readonly Text[]) => (texts.length > 0 ? { exclusions: all(texts) } : {});
  return {
    ...(s3Targets.length > 0 && {
      s3Target: s3Targets.map(({ path, exclusions, sampleSize, ...through }) => ({
        path: scope.value(path),
        ...excluding(exclusions),
        ...(sampleSize !== undefined && { sampleSize }),
        ...reached(scope, through),
      })),
    }),
    ...(jdbcTargets.length > 0 && {
      jdbcTarget: jdbcTargets.map(({ path, connectionName, exclusions, enableAdditionalMetadata: more }) => ({
        path: scope.value(path),
        connectionName: scope.value(connectionName),
        ...excluding(exclusions),
        ...(more.length > 0 && { enableAdditionalMetadata: more }),
      })),
    }),
    ...(dynamoDbTargets.length > 0 && {
      dynamodbTarget: dynamoDbTargets.map(({ path, scanAll, scanRate }) => ({
        path: scope.value(path),
        ...(scanAll !== undefined && { scanAll }),
        ...(scanRate !== undefined && { scanRate }),
      })),
    }),
    ...(catalogTargets.length > 0 && {
      catalogTarget: catalogTargets.map(({ databaseName, tables, ...through }) => ({
        databaseName: scope.value(databaseName),
        tables: all(tables),
        ...reached(scope, through),
      })),
    }),
  };
}

type Through = Pick<
  CrawlerTargets['s3Targets'][number],
  'connectionName' | 'eventQueueArn' | 'dlqEventQueueArn'
>;

function reached(scope: ModuleScope, { connectionName, eventQueueArn, dlqEventQueueArn }: Through) {
  return {
    ...(connectionName && { connectionName: scope.value(connectionName) }),
    ...(eventQueueArn && { eventQueueArn: scope.value(eventQueueArn) }),
    ...(dlqEventQueueArn && { dlqEventQueueArn: scope.value(dlqEventQueueArn) }),
  };
}

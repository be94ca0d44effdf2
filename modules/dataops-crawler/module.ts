import { crawler } from '../../core/aws/crawler';
import { targetBlocks } from '../../core/aws/crawler-targets';
import type { ModuleScope } from '../../core/module/scope';
import type { CrawlerConfig, DataopsCrawlerConfig } from './config';
import { monitorName, publishedAt } from './names';

/** Crawlers, with a rule each that tells the project's topic about failures. */
export function build(scope: ModuleScope, config: DataopsCrawlerConfig): void {
  const { projectName, crawlers } = config;
  for (const [key, settings] of Object.entries(crawlers)) {
    const name = buildCrawler(scope, config, key, settings);
    if (projectName === undefined) continue;
    const { path, options } = publishedAt(projectName, key);
    scope.publish(path, name, options);
  }
}

function buildCrawler(
  scope: ModuleScope,
  { securityConfigurationName, notificationTopicArn }: DataopsCrawlerConfig,
  key: string,
  { executionRoleArn, databaseName, description, targets, ...settings }: CrawlerConfig,
): string {
  return crawler(scope, key, {
    name: scope.name(key),
    description: scope.value(description),
    roleArn: scope.value(executionRoleArn),
    databaseName: scope.value(databaseName),
    targets: targetBlocks(scope, targets),
    securityConfiguration: scope.value(securityConfigurationName),
    settings,
    ...(notificationTopicArn && {
      monitor: { name: monitorName(scope.names, key), topicArn: scope.value(notificationTopicArn) },
    }),
  });
}

import { jsonText } from '../blueprint/json-text';
import { CloudwatchEventRule, CloudwatchEventTarget, GlueCrawler } from '../provider/aws';
import type { GlueCrawlerConfig } from '@cdktf/provider-aws/lib/glue-crawler';
import type { AddressKey, ModuleScope } from '../module/scope';
import type { CrawlerSettings } from './crawler-config';

export interface CrawlerOptions {
  readonly name: string;
  readonly description?: string;
  readonly roleArn: string;
  readonly databaseName: string;
  /** Blocks of targets, see `targetBlocks`. */
  readonly targets: Pick<GlueCrawlerConfig, 's3Target' | 'jdbcTarget' | 'dynamodbTarget' | 'catalogTarget'>;
  readonly securityConfiguration: string;
  readonly settings: CrawlerSettings;
  /** A rule that tells a topic about failed runs. @default none */
  readonly monitor?: { readonly name: string; readonly topicArn: string };
}

/** A crawler, not started; returns its name. */
export function crawler(scope: ModuleScope, key: AddressKey, options: CrawlerOptions): string {
  const { name, description, roleArn, databaseName, targets, securityConfiguration, monitor } = options;
  const made = scope.add(GlueCrawler, key, {
    name,
    ...(description !== undefined && { description }),
    role: roleArn,
    databaseName,
    securityConfiguration,
    ...targets,
    ...settingsOf(scope, options.settings),
  });
  if (monitor) monitorFailures(scope, key, { ...monitor, crawlerName: name });
  return made.name;
}

function settingsOf(scope: ModuleScope, settings: CrawlerSettings) {
  const { extraConfiguration, schedule, schemaChangePolicy, tablePrefix, classifiers, recrawlBehavior } =
    settings;
  const { updateBehavior, deleteBehavior } = schemaChangePolicy ?? {};
  return {
    ...(extraConfiguration && { configuration: jsonText(scope.json(extraConfiguration)) }),
    ...(schedule && { schedule: scope.value(schedule.scheduleExpression) }),
    ...(schemaChangePolicy && {
      schemaChangePolicy: {
        ...(updateBehavior && { updateBehavior }),
        ...(deleteBehavior && { deleteBehavior }),
      },
    }),
    ...(tablePrefix && { tablePrefix: scope.value(tablePrefix) }),
    ...(classifiers.length > 0 && { classifiers: classifiers.map((name) => scope.value(name)) }),
    ...(recrawlBehavior && { recrawlPolicy: { recrawlBehavior } }),
  };
}

interface Monitor {
  readonly name: string;
  readonly topicArn: string;
  readonly crawlerName: string;
}

function monitorFailures(
  scope: ModuleScope,
  key: AddressKey,
  { name, topicArn, crawlerName }: Monitor,
): void {
  const rule = scope.add(CloudwatchEventRule, key, {
    name,
    description: `Failed runs of the crawler ${crawlerName}`,
    eventPattern: jsonText({
      source: ['aws.glue'],
      'detail-type': ['Glue Crawler State Change'],
      detail: { crawlerName: [crawlerName], state: ['Failed'] },
    }),
  });
  scope.add(CloudwatchEventTarget, key, { rule: rule.name, arn: topicArn });
}

import * as z from 'zod';
import { crawlerSettings, crawlerTargets } from '../../core/aws/crawler-config';
import { configMap, literal, problem, text } from '../../core/module/fields';

const crawler = z.strictObject({
  executionRoleArn: text().describe('ARN of the role that the crawler runs as.'),
  databaseName: text().describe('The database of the tables, usually `project:databaseName/<database>`.'),
  description: text().describe('What the crawler is for.'),
  targets: crawlerTargets.describe('What to crawl: at least one target.'),
  ...crawlerSettings,
});

const fromProject = 'Default: that of the project.';

/** Configuration of the module `dataops-crawler`. */
export const dataopsCrawlerConfig = z
  .strictObject({
    projectName: literal()
      .optional()
      .describe('The name of the dataops-project module, of the same domain, that the crawlers belong to.'),
    securityConfigurationName: text()
      .optional()
      .describe(`The Glue security configuration of the crawlers. ${fromProject}`),
    notificationTopicArn: text()
      .optional()
      .describe(`The topic that is told about failed runs. ${fromProject}`),
    bucketName: text().optional().describe('No effect on crawlers.'),
    deploymentRoleArn: text().optional().describe('No effect: the deploying identity does its work.'),
    kmsArn: text().optional().describe('No effect on crawlers.'),
    crawlers: configMap(crawler).describe('Crawlers by name.'),
  })
  .transform(({ securityConfigurationName, ...config }, ctx) => {
    if (securityConfigurationName) return { ...config, securityConfigurationName };
    const help = 'Add `projectName: <name of the dataops-project module>`, or `securityConfigurationName:`.';
    problem(ctx, 'TL203', 'crawlers need a security configuration', help);
    return z.NEVER;
  });

export type DataopsCrawlerConfig = z.output<typeof dataopsCrawlerConfig>;
export type CrawlerConfig = DataopsCrawlerConfig['crawlers'][string];

import { GlueSecurityConfiguration } from '../../../core/provider/aws';
import { crawler } from '../../../core/aws/crawler';
import { encryptionKey } from '../../../core/aws/key';
import { logGroupsUse } from '../../../core/aws/key-statements';
import type { ModuleScope, Role } from '../../../core/module/scope';
import { Text } from '../../../core/platform/text';
import type { DatasetFacts } from './facts';

/** The crawler over a dataset's bucket, what it encrypts its logs with, and the key for that. */
export function datasetCrawler(
  scope: ModuleScope,
  dataset: DatasetFacts,
  made: { readonly role: Role; readonly database: string; readonly bucket: string },
): void {
  const { key: name, config, tables } = dataset;
  const address = ['dataset', name];
  const crawlerName = crawler(scope, address, {
    name: dataset.crawler,
    description: `Finds the tables of the dataset ${name}`,
    roleArn: made.role.arn,
    databaseName: made.database,
    targets: {
      s3Target: [
        {
          path: `s3://${made.bucket}/`,
          // Tables whose columns are stated stay as they are stated.
          exclusions: tables.filter((table) => table.made).map(({ prefix }) => scope.literal(`${prefix}**`)),
        },
      ],
    },
    securityConfiguration: securityConfiguration(scope, dataset, made.role),
    settings: {
      classifiers: [],
      ...(config.crawlerSchedule !== undefined && {
        schedule: { scheduleExpression: Text.of(config.crawlerSchedule) },
      }),
    },
  });
  scope.publish(`dataset/${name}/crawler/name`, crawlerName);
}

function securityConfiguration(scope: ModuleScope, dataset: DatasetFacts, role: Role): string {
  const { key: name, logKeyAlias, from } = dataset;
  const key = encryptionKey(scope, ['dataset', name, 'logs'], {
    alias: logKeyAlias.replace(/^alias\//, ''),
    publishAt: `dataset/${name}/logs/kms`,
    users: [role],
    statements: [logGroupsUse(scope, '/aws-glue/crawlers*')],
    from,
  });
  return scope.add(
    GlueSecurityConfiguration,
    ['dataset', name],
    {
      name: dataset.securityConfiguration,
      encryptionConfiguration: {
        cloudwatchEncryption: { cloudwatchEncryptionMode: 'SSE-KMS', kmsKeyArn: key.arn },
        jobBookmarksEncryption: { jobBookmarksEncryptionMode: 'CSE-KMS', kmsKeyArn: key.arn },
        s3Encryption: { s3EncryptionMode: 'SSE-KMS', kmsKeyArn: key.arn },
      },
    },
    { from },
  ).name;
}

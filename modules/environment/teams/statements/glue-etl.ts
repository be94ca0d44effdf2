import { bucketArn } from '../../../../core/aws/location';
import type { PolicyStatement } from '../../../../aws/iam/statement';
import type { TeamFacts } from './facts';
import { writingLogs } from './logs';
import { each, making, of, owned, prefixed } from './scope';

/** Crawlers, jobs, triggers and development endpoints of the team, and the bucket where Glue Studio keeps scripts. */
export function glueEtl(facts: TeamFacts): readonly PolicyStatement[] {
  const resources = prefixed(facts, 'glue', 'crawler/', 'devEndpoint/', 'job/', 'trigger/');
  const actions = (...names: readonly string[]) => of('glue', ...names);
  return [
    {
      sid: 'GlueRead',
      actions: [
        // Not all jobs with their arguments, nor connections with their passwords.
        ...each(
          'glue',
          'Get',
          ...['Classifier', 'Classifiers', 'CrawlerMetrics', 'Crawlers', 'DataflowGraph', 'Mapping'],
          ...['MLTransforms', 'Plan', 'SecurityConfiguration', 'SecurityConfigurations', 'Triggers'],
        ),
        // Lists give names.
        ...actions('CreateScript', 'List*', 'QuerySchemaVersionMetadata'),
      ],
      resources: ['*'],
    },
    {
      sid: 'GlueMakeUnnamed',
      actions: actions('CreateCrawler', 'CreateDevEndpoint'),
      resources: ['*'],
      conditions: making(facts),
    },
    {
      sid: 'GlueMake',
      actions: actions('CreateJob', 'CreateTrigger', 'TagResource'),
      resources,
      conditions: making(facts),
    },
    {
      sid: 'GlueOwn',
      // None of the verbs with a star takes tags off.
      actions: actions(
        'BatchGet*',
        'BatchStopJobRun',
        'Delete*',
        'Get*',
        'List*',
        'Start*',
        'Stop*',
        'Update*',
      ),
      resources,
      conditions: owned(facts),
    },
    ...assets(facts),
    writingLogs(facts, 'GlueLogs', '/aws-glue/*'),
  ];
}

/**
 * Glue Studio's bucket of the account and region: each team has a folder there, `<prefix>/<team>/`, a slash in whose
 * name is written `%2F`.
 */
function assets({ location, prefixes, team }: TeamFacts): readonly PolicyStatement[] {
  const { account, region } = location;
  const arn = bucketArn(location, `aws-glue-assets-${account}-${region}`);
  const folders = prefixes.map((prefix) => `${prefix}/${plain(team)}/*`);
  return [
    {
      sid: 'GlueAssetsBucket',
      actions: of('s3', 'CreateBucket', 'GetBucketLocation'),
      resources: [arn],
    },
    {
      sid: 'GlueAssetsList',
      actions: ['s3:ListBucket'],
      resources: [arn],
      conditions: { StringLike: { 's3:prefix': folders } },
    },
    {
      sid: 'GlueAssets',
      actions: of('s3', 'DeleteObject', 'GetObject', 'PutObject'),
      resources: folders.map((folder) => `${arn}/${folder}`),
    },
  ];
}

/** A name as one folder: a slash would make two, `*` and `?` would stand for others. */
function plain(name: string): string {
  return name.replaceAll('/', '%2F').replace(/[*?]/g, (sign) => `$\${${sign}}`);
}

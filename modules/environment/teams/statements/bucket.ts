import { objectActions } from '../../../../core/aws/actions';
import { bucketArn, dnsSuffix } from '../../../../core/aws/location';
import type { PolicyStatement } from '../../../../aws/iam/statement';
import type { TeamFacts } from './facts';
import { of } from './scope';

const queries = 'athenaqueries/';
const profiling = 'profiling/';
const code = 'profiling/code/';

/** Where a workgroup writes its results in the default bucket: whoever makes the workgroup says the same. */
export function resultsPrefix(workgroup: string): string {
  return `${queries}${workgroup}/`;
}

/** The team's part of the environment's default bucket: results of its queries, and the code that profiles data. */
export function bucket(facts: TeamFacts): readonly PolicyStatement[] {
  const { location, bucketKeyArn } = facts;
  const arn = bucketArn(location, facts.bucket);
  const results = facts.workgroups.map(resultsPrefix);
  return [
    { sid: 'BucketLocation', actions: ['s3:GetBucketLocation'], resources: [arn] },
    {
      // One level at a time, as the console goes down to the team's folder: without, names of all results.
      sid: 'BucketBrowse',
      actions: ['s3:ListBucket'],
      resources: [arn],
      conditions: { StringEquals: { 's3:prefix': ['', queries, profiling], 's3:delimiter': '/' } },
    },
    {
      sid: 'BucketList',
      actions: ['s3:ListBucket'],
      resources: [arn],
      conditions: { StringLike: { 's3:prefix': [...results, code].map((prefix) => `${prefix}*`) } },
    },
    {
      sid: 'BucketResults',
      actions: objectActions.readwrite,
      resources: results.map((prefix) => `${arn}/${prefix}*`),
    },
    {
      sid: 'BucketProfilingCode',
      actions: of('s3', 'GetObject', 'GetObjectVersion'),
      resources: [`${arn}/${code}*`],
    },
    ...(bucketKeyArn === undefined
      ? []
      : [
          {
            sid: 'BucketKey',
            actions: of('kms', 'Decrypt', 'GenerateDataKey'),
            resources: [bucketKeyArn],
            conditions: {
              StringEquals: { 'kms:ViaService': `s3.${location.region}.${dnsSuffix(location)}` },
            },
          },
        ]),
  ];
}

import { arnOf, bucketArn } from '../../../core/aws/location';
import type { PolicyStatement } from '../../../aws/iam/statement';
import type { TeamFacts } from './facts';

const parameterActions = ['GetParameter', 'GetParameterHistory', 'GetParameters', 'GetParametersByPath'];

const bucketActions = [
  'GetBucketPolicy',
  'GetBucketTagging',
  'GetBucketVersioning',
  'GetEncryptionConfiguration',
  'GetIntelligentTieringConfiguration',
];

/** To find out about the team itself: its role, its bucket, what the module publishes. */
export function team(facts: TeamFacts): readonly PolicyStatement[] {
  const { location, names, executionRoleArn, bucketName } = facts;
  const parts = [names, names.withSuffix('minilake'), names.withSuffix('athena')];
  return [
    { sid: 'ExecutionRole', actions: ['iam:GetRole'], resources: [executionRoleArn] },
    {
      sid: 'Bucket',
      actions: bucketActions.map((action) => `s3:${action}`),
      resources: [bucketArn(location, bucketName)],
    },
    {
      sid: 'Parameters',
      actions: parameterActions.map((action) => `ssm:${action}`),
      resources: parts.map((part) => arnOf(location, 'ssm', `parameter${part.path('*')}`)),
    },
  ];
}

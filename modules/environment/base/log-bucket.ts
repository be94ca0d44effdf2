import {
  S3Bucket,
  S3BucketOwnershipControls,
  S3BucketPolicy,
  S3BucketPublicAccessBlock,
  S3BucketServerSideEncryptionConfigurationA,
  S3BucketVersioningA,
} from '../../../core/provider/aws';
import { bucketArn } from '../../../core/aws/location';
import type { PolicyStatement } from '../../../aws/iam/statement';
import { byService } from '../../../core/aws/principals';
import type { ModuleScope } from '../../../core/module/scope';
import type { EnvironmentFacts } from '../facts';

const key = ['bucket', 'access-logs'];

/**
 * The bucket for access logs and the trail; returns its name. With keys of S3, because S3 delivers access logs to
 * no bucket with another default: https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html
 * The trail encrypts its files with the environment's key.
 */
export function logBucket(scope: ModuleScope, facts: EnvironmentFacts): string {
  const name = facts.names.name('bucket', ['access-logs']);
  const { allowDataLoss } = scope.protection;
  const { bucket } = scope.add(
    S3Bucket,
    key,
    { bucket: name, ...(allowDataLoss && { forceDestroy: true }) },
    { protect: true },
  );
  const dependsOn = [
    scope.add(S3BucketPublicAccessBlock, key, {
      bucket,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    }),
    scope.add(S3BucketOwnershipControls, key, { bucket, rule: { objectOwnership: 'BucketOwnerEnforced' } }),
    scope.add(S3BucketVersioningA, key, { bucket, versioningConfiguration: { status: 'Enabled' } }),
    scope.add(S3BucketServerSideEncryptionConfigurationA, key, {
      bucket,
      rule: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: 'AES256' } }],
    }),
  ];
  const policy = scope.add(S3BucketPolicy, key, {
    bucket,
    policy: scope.policy(statements(facts, name), { kind: 'bucket policy', of: `bucket ${name}` }),
    dependsOn,
  });
  scope.publish('bucket/access-logs/name', policy.bucket);
  scope.publish('bucket/access-logs/arn', bucketArn(scope, policy.bucket));
  return policy.bucket;
}

function statements({ location, names }: EnvironmentFacts, name: string): readonly PolicyStatement[] {
  const arn = bucketArn(location, name);
  const { account, partition, region } = location;
  const trail = `arn:${partition}:cloudtrail:${region}:${account}:trail/${names.name('trail')}`;
  const byTrail = { accounts: [account], arns: [trail] };
  const cloudTrail = byService('cloudtrail.amazonaws.com', byTrail);
  return [
    {
      sid: 'DenyInsecureTransport',
      effect: 'Deny',
      actions: ['s3:*'],
      resources: [arn, `${arn}/*`],
      principals: '*',
      conditions: { Bool: { 'aws:SecureTransport': 'false' } },
    },
    {
      sid: 'AccessLogs',
      actions: ['s3:PutObject'],
      resources: [`${arn}/access_logs/*`],
      ...byService('logging.s3.amazonaws.com', { accounts: [account] }),
    },
    { sid: 'TrailChecksAcl', actions: ['s3:GetBucketAcl'], resources: [arn], ...cloudTrail },
    {
      sid: 'TrailWrites',
      actions: ['s3:PutObject'],
      resources: [`${arn}/AWSLogs/${account}/*`],
      principals: cloudTrail.principals,
      conditions: {
        ...cloudTrail.conditions,
        StringEquals: { 's3:x-amz-acl': 'bucket-owner-full-control', 'aws:SourceAccount': account },
      },
    },
  ];
}

import { kmsDecrypt, kmsEncrypt, kmsUse } from './actions';
import { arnOf, dnsSuffix, type Location } from './location';
import type { PolicyStatement } from '../../aws/iam/statement';
import { byService } from './principals';

const resources = ['*'];

/** S3 may write inventories with the key, for buckets of these accounts (and these buckets, where known). */
export function inventoryEncrypts(accounts: readonly string[], buckets?: readonly string[]): PolicyStatement {
  const source = { accounts, ...(buckets && { arns: buckets }) };
  return { sid: 'Inventory', actions: kmsEncrypt, resources, ...byService('s3.amazonaws.com', source) };
}

/**
 * CloudTrail may write logs with the key, for trails of these accounts. Where the bucket has a key of its own
 * derived from this one, the context names the bucket instead of the trail, and the derived key is decrypted:
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html
 */
export function trailsEncrypt(
  { partition }: Location,
  accounts: readonly string[],
): readonly PolicyStatement[] {
  const arns = accounts.map((account) => `arn:${partition}:cloudtrail:*:${account}:trail/*`);
  const principals = { Service: ['cloudtrail.amazonaws.com'] };
  const source = { 'aws:SourceArn': arns };
  return [
    {
      sid: 'Trails',
      actions: kmsUse,
      resources,
      principals,
      conditions: {
        StringLikeIfExists: { 'kms:EncryptionContext:aws:cloudtrail:arn': arns },
        ArnLike: source,
      },
    },
    // CloudTrail describes a key without an encryption context.
    {
      sid: 'TrailsDescribe',
      actions: ['kms:DescribeKey'],
      resources,
      principals,
      conditions: { ArnLike: source },
    },
  ];
}

/** CloudWatch Logs may use the key for the log groups of the account. */
export function logGroupsUse(location: Location, logGroups = '*'): PolicyStatement {
  const arn = arnOf(location, 'logs', `log-group:${logGroups}`);
  return {
    sid: 'LogGroups',
    actions: kmsUse,
    resources,
    principals: { Service: [`logs.${location.region}.${dnsSuffix(location)}`] },
    conditions: { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': [arn] } },
  };
}

/** Whoever of the account may use an encrypted queue may use the key through it. */
export function queuesUse({ account, region }: Location): PolicyStatement {
  return viaService('Queues', ['kms:GenerateDataKey', ...kmsDecrypt], account, [
    `sqs.${region}.amazonaws.com`,
  ]);
}

/** Principals of an account may use the key, but only through these services. */
export function viaService(
  sid: string,
  actions: readonly string[],
  account: string,
  services: readonly string[],
): PolicyStatement {
  return {
    sid,
    actions,
    resources,
    principals: '*',
    conditions: { StringEquals: { 'kms:CallerAccount': [account], 'kms:ViaService': services } },
  };
}

/**
 * EventBridge may publish to the topics of the account that are encrypted with the key. Not by
 * `aws:SourceAccount`, which EventBridge does not send here: the message would silently be lost.
 * https://github.com/awslabs/landing-zone-accelerator-on-aws/issues/407
 */
export function eventsToTopics(location: Location): PolicyStatement {
  return {
    sid: 'EventsToTopics',
    actions: ['kms:GenerateDataKey', ...kmsDecrypt],
    resources,
    principals: { Service: ['events.amazonaws.com'] },
    conditions: { ArnLike: { 'kms:EncryptionContext:aws:sns:topicArn': [arnOf(location, 'sns', '*')] } },
  };
}

/** For an identity policy: services may be granted the use of a key for what they keep, such as volumes; nobody else. */
export function grantToService(keyArn: string): PolicyStatement {
  return {
    sid: 'Grants',
    actions: ['kms:CreateGrant'],
    resources: [keyArn],
    conditions: { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
  };
}

import { inventoryDelivery } from '../../core/aws/inventory';
import { bucketArn, type Location } from '../../core/aws/location';
import type { PolicyStatement } from '../../aws/iam/statement';

/** What lets the trails and inventories of these accounts, and of no other, land in the bucket. */
export function deliveries(
  location: Location,
  bucket: string,
  accounts: readonly string[],
  inventoryPrefix: string,
): readonly PolicyStatement[] {
  const arn = bucketArn(location, bucket);
  const principals = { Service: ['cloudtrail.amazonaws.com'] };
  const trails = (account: string): string => `arn:${location.partition}:cloudtrail:*:${account}:trail/*`;
  return [
    {
      sid: 'AWSCloudTrailAclCheck',
      actions: ['s3:GetBucketAcl'],
      resources: [arn],
      principals,
      conditions: {
        StringEquals: { 'aws:SourceAccount': accounts },
        ArnLike: { 'aws:SourceArn': accounts.map(trails) },
      },
    },
    ...accounts.map((account) => ({
      sid: 'AWSCloudTrailWrite',
      actions: ['s3:PutObject'],
      resources: [`${arn}/AWSLogs/${account}/*`],
      principals,
      conditions: {
        StringEquals: { 's3:x-amz-acl': 'bucket-owner-full-control', 'aws:SourceAccount': account },
        ArnLike: { 'aws:SourceArn': trails(account) },
      },
    })),
    inventoryDelivery(arn, inventoryPrefix, { accounts }),
  ];
}

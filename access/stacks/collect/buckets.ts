import { s3Arn } from '../../../aws/arn';
import type { AccessPoint, Bucket } from '../../model/model';
import type { ResolvedBlock, StackView } from '../stack-view';

/** The buckets of all stacks, with what other resources say of them. */
export function collectBuckets(views: readonly StackView[]): readonly Bucket[] {
  const about = (type: string): ReadonlyMap<string, ResolvedBlock> =>
    new Map(
      views
        .flatMap((view) => view.blocks(type))
        .map((block): [string, ResolvedBlock] => [block.text('bucket') ?? '', block]),
    );
  const policies = about('aws_s3_bucket_policy');
  const blocks = about('aws_s3_bucket_public_access_block');
  const ownership = about('aws_s3_bucket_ownership_controls');
  const encryption = about('aws_s3_bucket_server_side_encryption_configuration');
  return views.flatMap((view) =>
    view.blocks('aws_s3_bucket').map((bucket): Bucket => {
      const name = bucket.text('bucket') ?? bucket.attribute('id');
      const policy = policies.get(name)?.policy('policy', 'resource', `bucket policy of ${name}`);
      const { keyArn, bucketKey } = encryptionOf(encryption.get(name));
      return {
        kind: 'bucket',
        label: name,
        name,
        arn: s3Arn(view.source, name),
        ...view.location,
        tags: bucket.tags,
        ...(policy && { policy }),
        keyArn,
        bucketKey,
        publicAccessBlock: publicAccessBlock(blocks.get(name)),
        objectOwnership: String(
          ownership.get(name)?.nested('rule')?.object_ownership ?? 'BucketOwnerEnforced',
        ),
        origin: bucket.origin,
      };
    }),
  );
}

/** Access points of the buckets. */
export function collectAccessPoints(views: readonly StackView[]): readonly AccessPoint[] {
  return views.flatMap((view) =>
    view.blocks('aws_s3_access_point').map((point): AccessPoint => {
      const name = point.text('name') ?? '';
      const arn = point.attribute('arn');
      const separate = view
        .blocks('aws_s3control_access_point_policy')
        .find((block) => block.text('access_point_arn') === arn);
      const title = `access point policy of ${name}`;
      const policy =
        point.policy('policy', 'resource', title) ?? separate?.policy('policy', 'resource', title);
      return {
        kind: 'access point',
        label: name,
        arn,
        ...view.location,
        tags: {},
        bucket: point.text('bucket') ?? '',
        ...(policy && { policy }),
        origin: point.origin,
      };
    }),
  );
}

function encryptionOf(block: ResolvedBlock | undefined): Pick<Bucket, 'keyArn' | 'bucketKey'> {
  const rule = block?.nested('rule') as
    | {
        readonly bucket_key_enabled?: boolean;
        readonly apply_server_side_encryption_by_default?: { readonly kms_master_key_id?: string };
      }
    | undefined;
  const keyArn = rule?.apply_server_side_encryption_by_default?.kms_master_key_id;
  return { keyArn, bucketKey: rule?.bucket_key_enabled === true };
}

function publicAccessBlock(block: ResolvedBlock | undefined): Bucket['publicAccessBlock'] {
  const on = (name: string): boolean => block?.raw(name) === true;
  return {
    blockPublicAcls: on('block_public_acls'),
    blockPublicPolicy: on('block_public_policy'),
    ignorePublicAcls: on('ignore_public_acls'),
    restrictPublicBuckets: on('restrict_public_buckets'),
  };
}

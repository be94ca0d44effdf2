import {
  GetBucketEncryptionCommand,
  GetBucketOwnershipControlsCommand,
  GetBucketPolicyCommand,
  GetBucketTaggingCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { s3Arn } from '../../aws/arn';
import type { Bucket, Tags } from '../model/model';
import type { Policy } from '../policy/policy';
import { answered, type Asker } from './ask';
import { bucketExists } from './bucket-exists';
import type { KeyArns } from './key-arns';
import { liveOrigin } from './origin';
import { documentIn, livePolicy } from './policies';
import { publicAccessBlockOf } from './public-access-block';
import type { Session } from './session';
import { tagsOf } from './tags';

/** A bucket of the model as it stands; undefined where there is none. */
export async function readBucket(
  session: Session,
  keyArns: KeyArns,
  expected: Bucket,
): Promise<Bucket | undefined> {
  const { asker, login } = session;
  const { kind, label, name } = expected;
  const region = session.region(expected.region);
  const { s3 } = session.clients(region);
  if (!(await bucketExists(asker, s3, name))) {
    asker.noteMissing(`the bucket ${name}`, label);
    return undefined;
  }
  const arn = s3Arn(login, name);
  const [policy, encryption, publicAccessBlock, objectOwnership, tags] = await Promise.all([
    policyOf(session, s3, arn, expected),
    encryptionOf(session, keyArns, region, expected),
    publicAccessBlockOf(session, region, expected),
    ownershipOf(asker, s3, expected),
    bucketTags(asker, s3, expected),
  ]);
  const base = { kind, label, name, arn, account: login.account, region, tags };
  const origin = liveOrigin(arn, expected.origin);
  return { ...base, ...(policy && { policy }), ...encryption, publicAccessBlock, objectOwnership, origin };
}

async function policyOf(
  session: Session,
  s3: S3Client,
  address: string,
  expected: Bucket,
): Promise<Policy | undefined> {
  const { name: Bucket, policy } = expected;
  const context = {
    kind: 'resource',
    name: `bucket policy of ${Bucket}`,
    address,
    expected: policy,
  } as const;
  const found = await session.asker.ask(`GetBucketPolicy ${Bucket}`, 'taken as unknown', () =>
    s3.send(new GetBucketPolicyCommand({ Bucket })),
  );
  return livePolicy(
    session,
    documentIn(found, ({ Policy }) => Policy),
    context,
  );
}

async function encryptionOf(
  session: Session,
  keyArns: KeyArns,
  region: string,
  { name: Bucket, keyArn, bucketKey }: Bucket,
): Promise<Pick<Bucket, 'keyArn' | 'bucketKey'>> {
  const found = await session.asker.ask(`GetBucketEncryption ${Bucket}`, 'taken from the stacks', () =>
    session.clients(region).s3.send(new GetBucketEncryptionCommand({ Bucket })),
  );
  if (found === 'refused') return { keyArn: await keyArns.ofModel(keyArn), bucketKey };
  const rule = answered(found) ? found.ServerSideEncryptionConfiguration?.Rules?.[0] : undefined;
  const { SSEAlgorithm, KMSMasterKeyID } = rule?.ApplyServerSideEncryptionByDefault ?? {};
  // Without a key of its own, a bucket with SSE-KMS uses the one that S3 keeps for the account.
  const said = SSEAlgorithm?.startsWith('aws:kms') ? (KMSMasterKeyID ?? 'alias/aws/s3') : undefined;
  return { keyArn: await keyArns.of(region, said), bucketKey: rule?.BucketKeyEnabled ?? false };
}

async function ownershipOf(asker: Asker, s3: S3Client, expected: Bucket): Promise<string> {
  const { name: Bucket } = expected;
  const found = await asker.ask(`GetBucketOwnershipControls ${Bucket}`, 'taken from the stacks', () =>
    s3.send(new GetBucketOwnershipControlsCommand({ Bucket })),
  );
  if (found === 'refused') return expected.objectOwnership;
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html
  return (answered(found) && found.OwnershipControls?.Rules?.[0]?.ObjectOwnership) || 'ObjectWriter';
}

async function bucketTags(asker: Asker, s3: S3Client, { name: Bucket, tags }: Bucket): Promise<Tags> {
  const found = await asker.ask(`GetBucketTagging ${Bucket}`, 'taken from the stacks', () =>
    s3.send(new GetBucketTaggingCommand({ Bucket })),
  );
  if (found === 'refused') return tags;
  return answered(found) ? tagsOf(found.TagSet) : {};
}

import { s3Arn } from '../../aws/arn';
import {
  GetBucketEncryptionCommand,
  GetBucketOwnershipControlsCommand,
  GetBucketPolicyCommand,
  GetBucketTaggingCommand,
  GetBucketLocationCommand,
  GetPublicAccessBlockCommand,
  type S3Client,
  type PublicAccessBlockConfiguration,
} from '@aws-sdk/client-s3';
import { GetPublicAccessBlockCommand as GetBlockOfAccount } from '@aws-sdk/client-s3-control';
import type { Bucket, Tags } from '../model/model';
import type { TracedPolicy } from '../model/origin';
import { answered, type Asker } from './ask';
import type { KeyArns } from './key-arns';
import { liveOrigin, type Session } from './session';
import { documentIn, livePolicy } from './policies';
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
): Promise<TracedPolicy | undefined> {
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

/** Whether a bucket exists; one that this login may not look at does. */
async function bucketExists(asker: Asker, s3: S3Client, Bucket: string): Promise<boolean> {
  const found = await asker.ask(`GetBucketLocation ${Bucket}`, 'taken as existing', () =>
    s3.send(new GetBucketLocationCommand({ Bucket })),
  );
  return found !== 'missing';
}

type Block = Bucket['publicAccessBlock'];

/** What is blocked for a bucket: by itself or by its account. */
async function publicAccessBlockOf(session: Session, region: string, expected: Bucket): Promise<Block> {
  const [ofBucket, ofAccount] = await Promise.all([
    session.asker.ask(`GetPublicAccessBlock ${expected.name}`, 'taken from the stacks', () =>
      session.clients(region).s3.send(new GetPublicAccessBlockCommand({ Bucket: expected.name })),
    ),
    session.accountBlock.get('', () => blockOfAccount(session)),
  ]);
  if (ofBucket === 'refused') return combined(expected.publicAccessBlock, ofAccount);
  const own = answered(ofBucket) ? ofBucket.PublicAccessBlockConfiguration : undefined;
  return combined(blockOf(own), ofAccount);
}

async function blockOfAccount({ asker, global, login }: Session): Promise<Block> {
  const found = await asker.ask('GetPublicAccessBlock of the account', 'not counted', () =>
    global.s3Control.send(new GetBlockOfAccount({ AccountId: login.account })),
  );
  return blockOf(answered(found) ? found.PublicAccessBlockConfiguration : undefined);
}

function blockOf(configuration: PublicAccessBlockConfiguration | undefined): Block {
  return {
    blockPublicAcls: configuration?.BlockPublicAcls ?? false,
    blockPublicPolicy: configuration?.BlockPublicPolicy ?? false,
    ignorePublicAcls: configuration?.IgnorePublicAcls ?? false,
    restrictPublicBuckets: configuration?.RestrictPublicBuckets ?? false,
  };
}

/** The stricter of the two counts: https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html */
function combined(a: Block, b: Block): Block {
  return {
    blockPublicAcls: a.blockPublicAcls || b.blockPublicAcls,
    blockPublicPolicy: a.blockPublicPolicy || b.blockPublicPolicy,
    ignorePublicAcls: a.ignorePublicAcls || b.ignorePublicAcls,
    restrictPublicBuckets: a.restrictPublicBuckets || b.restrictPublicBuckets,
  };
}

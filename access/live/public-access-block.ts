import { GetPublicAccessBlockCommand, type PublicAccessBlockConfiguration } from '@aws-sdk/client-s3';
import { GetPublicAccessBlockCommand as GetBlockOfAccount } from '@aws-sdk/client-s3-control';
import type { Bucket } from '../model/model';
import { answered } from './ask';
import type { Session } from './session';

type Block = Bucket['publicAccessBlock'];

/** What is blocked for a bucket: by itself or by its account. */
export async function publicAccessBlockOf(
  session: Session,
  region: string,
  expected: Bucket,
): Promise<Block> {
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

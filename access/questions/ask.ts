import type { Bucket } from '../model/model';
import { grantingLock } from './administration';
import { glueLocks, grantOnly, rowLocks } from './catalog';
import { bucketKeyLock, keyLock, type Use } from './encryption';
import { combined, type Lock, type LockOutcome } from './lock';
import type { ModelIndex } from './model-index';
import { permissionLock } from './permission';
import type { SaidKeys } from './request-keys';
import type { Who } from './who';

/** The answer to "may they?": every lock that must be open, and whether all are. */
export interface Answer {
  readonly outcome: LockOutcome;
  readonly locks: readonly Lock[];
}

/** Reading and writing the rows of a table, with all that takes: no action of AWS. */
export const rowActions: Readonly<Record<string, Use>> = { 'data:read': 'read', 'data:write': 'write' };

/**
 * Whether somebody may do something with a resource, and what opens or closes each lock on the way. Actions are
 * those of AWS, a permission of Lake Formation in capitals (`lakeformation:SELECT`), or `data:Read` and
 * `data:Write` for the rows of a table.
 */
export function ask(index: ModelIndex, who: Who, action: string, arn: string, said: SaidKeys = {}): Answer {
  const locks = [...locksOf(index, who, action, arn, said)];
  return { outcome: combined(locks), locks };
}

/** The same, without the locks that come after one that is closed: for those who need no reasons of a denial. */
export function askShortly(index: ModelIndex, who: Who, action: string, arn: string): Answer {
  const locks: Lock[] = [];
  for (const lock of locksOf(index, who, action, arn, {})) {
    locks.push(lock);
    if (lock.outcome === 'denied') break;
  }
  return { outcome: combined(locks), locks };
}

function locksOf(index: ModelIndex, who: Who, action: string, arn: string, said: SaidKeys): Iterable<Lock> {
  const use = rowActions[action.toLowerCase()];
  if (use) return rowLocks(index, who, use, arn, said);
  if (/^lakeformation:[A-Z_]+$/.test(action)) {
    return grantOnly(index, who, action.slice(action.indexOf(':') + 1), arn);
  }
  switch (action.slice(0, action.indexOf(':')).toLowerCase()) {
    case 'lakeformation':
      return /^lakeformation:(batch)?grantpermissions$/i.test(action)
        ? [permissionLock(index, who, action, arn, said), grantingLock(index, who, arn)]
        : [permissionLock(index, who, action, arn, said)];
    case 'glue':
      return glueLocks(index, who, action, arn, said);
    case 's3':
      return objectLocks(index, who, action, arn, said);
    case 'athena':
      return queryLocks(index, who, action, arn, said);
    case 'sns':
      return publishLocks(index, who, action, arn, said);
    default:
      return [permissionLock(index, who, action, arn, said)];
  }
}

/** Actions on objects that need the bucket's key. */
const keyUse: Readonly<Record<string, Use>> = {
  's3:getobject': 'read',
  's3:getobjectversion': 'read',
  's3:putobject': 'write',
};

function* objectLocks(
  index: ModelIndex,
  who: Who,
  action: string,
  arn: string,
  said: SaidKeys,
): Iterable<Lock> {
  yield permissionLock(index, who, action, arn, said);
  const point = index.accessPoint(arn);
  const bucket = point ? index.bucketAt(`s3://${point.bucket}`) : index.bucket(arn);
  if (!bucket) return;
  yield* publicAccessLock(who, bucket);
  const use = keyUse[action.toLowerCase()];
  if (use) yield* bucketKeyLock(index, who, bucket, arn, use, said);
}

/** Actions of Athena that touch the results of queries, which the caller reads and writes itself. */
const resultUse: Readonly<Record<string, Use>> = {
  'athena:startqueryexecution': 'write',
  'athena:getqueryresults': 'read',
  'athena:getqueryresultsstream': 'read',
};

function* queryLocks(
  index: ModelIndex,
  who: Who,
  action: string,
  arn: string,
  said: SaidKeys,
): Iterable<Lock> {
  yield permissionLock(index, who, action, arn, said);
  const use = resultUse[action.toLowerCase()];
  const output = use && index.workgroup(arn)?.outputLocation;
  const bucket = output === undefined ? undefined : index.bucketAt(output);
  if (!use || output === undefined || !bucket) return;
  const folder = output.replace(/^s3a?:\/\//, `arn:${index.model.partition}:s3:::`).replace(/\/$/, '');
  const result = `${folder}/result.csv`;
  const objectAction = use === 'read' ? 's3:GetObject' : 's3:PutObject';
  const rest = Object.fromEntries(Object.entries(said).filter(([key]) => !/^athena:/i.test(key)));
  yield permissionLock(index, who, objectAction, result, rest, 'results');
  yield* bucketKeyLock(index, who, bucket, result, use, rest);
}

function publishLocks(
  index: ModelIndex,
  who: Who,
  action: string,
  arn: string,
  said: SaidKeys,
): readonly Lock[] {
  const topic = index.resource(arn);
  const lock = permissionLock(index, who, action, arn, said);
  if (action.toLowerCase() !== 'sns:publish' || topic?.kind !== 'topic' || topic.keyArn === undefined) {
    return [lock];
  }
  const context = { ...said, 'kms:EncryptionContext:aws:sns:topicArn': arn };
  // A service that publishes asks the key itself; for others the topic does.
  const key =
    who.caller.kind === 'service'
      ? permissionLock(index, who, 'kms:GenerateDataKey', topic.keyArn, context, 'key')
      : keyLock(index, who, topic.keyArn, 'write', `sns.${topic.region}.amazonaws.com`, context);
  return [lock, key];
}

/**
 * Whether a bucket is open to the world at all, for somebody without an identity: ACLs count as well, and the
 * public access block overrides both. https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
 */
function publicAccessLock(who: Who, bucket: Bucket): readonly Lock[] {
  if (who.caller.kind !== 'anonymous') return [];
  const { restrictPublicBuckets, ignorePublicAcls, blockPublicPolicy } = bucket.publicAccessBlock;
  const acls = !ignorePublicAcls && bucket.objectOwnership !== 'BucketOwnerEnforced';
  const outcome = restrictPublicBuckets || blockPublicPolicy ? 'denied' : acls ? 'unknown' : 'allowed';
  const text = {
    denied: 'the public access block refuses it',
    unknown: 'ACLs of objects may be public',
    allowed: 'no public access block restricts it',
  }[outcome];
  return [
    {
      name: 'public access',
      question: `public access to ${bucket.name}`,
      outcome,
      reasons: () => [{ text, origin: bucket.origin }],
    },
  ];
}

import type { AccessModel, Bucket, Resource } from '../model/model';
import type { Level, MatrixData } from './matrix-report';
import { keysFor, prefixesOf } from './object-keys';
import { whoIs, type Who } from './who';

/** Data that a matrix has a column for, and the questions that tell what somebody can do with it. */
export interface Data extends MatrixData {
  /** What is asked for a level: an action, and ARNs of which one is enough. */
  question(level: Level, who: Who): { readonly action: string; readonly arns: readonly string[] };
  /** Who asks: the session of a role may matter. */
  asker(who: Who): Who;
}

/** All data of a model, by kind: prefixes of buckets, databases, keys, workgroups, Studio profiles. */
export function dataOf(model: AccessModel): readonly Data[] {
  const of = <K extends Resource['kind']>(kind: K) =>
    model.resources.filter((one): one is Extract<Resource, { kind: K }> => one.kind === kind);
  return [
    ...of('bucket').flatMap(bucketData),
    ...of('database').map(({ label, arn, origin }): Data => ({
      ...simple(`${label}.*`, `${arn.replace(':database/', ':table/')}/*`, {
        read: 'data:Read',
        write: 'data:Write',
        delete: 'glue:DeleteTable',
        admin: 'lakeformation:GrantPermissions',
      }),
      kind: 'database',
      place: origin?.place,
    })),
    ...of('key').map(({ label, arn, origin }): Data => ({
      ...simple(`alias/${label}`, arn, {
        read: 'kms:Decrypt',
        write: 'kms:Encrypt',
        delete: 'kms:ScheduleKeyDeletion',
        admin: 'kms:PutKeyPolicy',
      }),
      kind: 'key',
      place: origin?.place,
    })),
    ...of('workgroup').map(({ label, arn, origin }): Data => ({
      ...simple(label, arn, {
        read: 'athena:GetQueryResults',
        write: 'athena:StartQueryExecution',
        delete: 'athena:DeleteWorkGroup',
        admin: 'athena:UpdateWorkGroup',
      }),
      kind: 'workgroup',
      place: origin?.place,
    })),
    ...of('user profile').map(({ label, arn, origin, tags }): Data => ({
      ...simple(label, arn, {
        read: 'sagemaker:DescribeUserProfile',
        write: 'sagemaker:CreatePresignedDomainUrl',
        delete: 'sagemaker:DeleteUserProfile',
        admin: 'sagemaker:UpdateUserProfile',
      }),
      kind: 'studio profile',
      place: origin?.place,
      asker: (who) => asOwner(who, tags.userid),
    })),
  ];
}

type Actions = Readonly<Record<Level, string>>;

function simple(label: string, arn: string, actions: Actions): Omit<Data, 'kind' | 'place'> {
  return {
    label,
    arn,
    question: (level) => ({ action: actions[level], arns: [arn] }),
    asker: (who) => who,
  };
}

function bucketData(bucket: Bucket): readonly Data[] {
  const actions = { read: 's3:GetObject', write: 's3:PutObject', delete: 's3:DeleteObject' } as const;
  return prefixesOf(bucket).map((prefix): Data => ({
    kind: 'bucket',
    label: `s3://${bucket.name}/${prefix}`,
    arn: `${bucket.arn}/${prefix}`,
    place: bucket.origin?.place,
    question: (level, who) =>
      level === 'admin'
        ? { action: 's3:PutBucketPolicy', arns: [bucket.arn] }
        : {
            action: actions[level],
            arns: keysFor(who.principal, bucket, prefix).map((key) => `${bucket.arn}/${key}`),
          },
    asker: (who) => who,
  }));
}

/** A role's session with the name that a profile is meant for, where the profile is meant for the role at all. */
function asOwner(who: Who, userId: string | undefined): Who {
  const { principal } = who;
  if (!principal || userId === undefined || !userId.startsWith(`${principal.id}:`)) return who;
  return whoIs(principal, userId.slice(principal.id.length + 1));
}

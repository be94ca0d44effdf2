import {
  account,
  allow,
  allowTo,
  bucket,
  deny,
  denyTo,
  docs,
  object,
  other,
  read,
  role,
  roleArn,
  stranger,
  type Json,
  type Row,
} from './row';

const arn = `arn:aws:s3:eu-west-1:${account}:accesspoint/team`;
const through = `${arn}/object/*`;
const point = (...policy: readonly Json[]): NonNullable<Row['accessPoint']> => ({ arn, account, policy });
const delegates = allowTo('*', 's3:*', [bucket, `${bucket}/*`], {
  Condition: { StringEquals: { 's3:DataAccessPointAccount': account } },
});
const grants = allowTo({ AWS: roleArn }, 's3:GetObject', through);
const row = (name: string, more: Partial<Row>, expected: Row['expected']): Row => ({
  name,
  source: docs.accessPoints,
  ...read,
  ...more,
  expected,
});

/** Requests through an access point: its side and that of the bucket. */
export const accessPoints: readonly Row[] = [
  row(
    'the bucket delegates, the point grants',
    { policy: [delegates], accessPoint: point(grants) },
    'allowed',
  ),
  row(
    'the bucket delegates, the point grants nothing',
    { policy: [delegates], accessPoint: point() },
    'implicitly denied',
  ),
  row(
    'the bucket delegates, the point has no policy',
    { policy: [delegates], accessPoint: { arn, account } },
    'implicitly denied',
  ),
  row(
    'the point grants, the bucket says nothing',
    { policy: [], accessPoint: point(grants) },
    'implicitly denied',
  ),
  row('both grant the same', { policy: [allowTo({ AWS: roleArn })], accessPoint: point(grants) }, 'allowed'),
  row(
    'only the bucket grants',
    { policy: [allowTo({ AWS: roleArn })], accessPoint: point() },
    'implicitly denied',
  ),
  row(
    'the role may, by the ARN of the point',
    { identity: [allow('s3:GetObject', through)], policy: [], accessPoint: point() },
    'allowed',
  ),
  row(
    'the role may, by the ARN of the bucket',
    { identity: [allow()], policy: [], accessPoint: point() },
    'allowed',
  ),
  row(
    'the role may on another point',
    { identity: [allow('s3:GetObject', through.replace('team', 'hr'))], policy: [], accessPoint: point() },
    'implicitly denied',
  ),
  row(
    'the point denies',
    { identity: [allow()], policy: [delegates], accessPoint: point(grants, denyTo('*', 's3:*', through)) },
    'explicitly denied',
  ),
  row(
    'the bucket denies',
    {
      identity: [allow()],
      policy: [delegates, denyTo({ AWS: roleArn }, 's3:*', '*')],
      accessPoint: point(grants),
    },
    'explicitly denied',
  ),
  row(
    'an identity policy denies the point',
    { identity: [deny('s3:*', `${arn}*`)], policy: [delegates], accessPoint: point(grants) },
    'explicitly denied',
  ),
  row(
    'an identity policy denies the bucket',
    { identity: [deny('s3:*', `${bucket}/*`)], policy: [delegates], accessPoint: point(grants) },
    'explicitly denied',
  ),
  row(
    'the point grants another prefix',
    {
      policy: [delegates],
      accessPoint: point(allowTo({ AWS: roleArn }, 's3:GetObject', `${arn}/object/curated/*`)),
    },
    'implicitly denied',
  ),
  row(
    'the point grants the prefix',
    {
      policy: [delegates],
      accessPoint: point(allowTo({ AWS: roleArn }, 's3:GetObject', `${arn}/object/raw/*`)),
    },
    'allowed',
  ),
  row(
    'the point names the bucket, which is not its resource',
    { policy: [delegates], accessPoint: point(allowTo({ AWS: roleArn }, 's3:GetObject', object)) },
    'implicitly denied',
  ),
  row(
    'a list through the point',
    {
      action: 's3:ListBucket',
      resource: bucket,
      policy: [delegates],
      accessPoint: point(allowTo({ AWS: roleArn }, 's3:ListBucket', arn)),
    },
    'allowed',
  ),
  row(
    'the bucket delegates to points of another account',
    {
      policy: [
        allowTo('*', 's3:*', '*', { Condition: { StringEquals: { 's3:DataAccessPointAccount': other } } }),
      ],
      accessPoint: point(grants),
    },
    'implicitly denied',
  ),
  row(
    'the bucket denies all but its point',
    {
      identity: [allow()],
      policy: [denyTo('*', 's3:*', '*', { Condition: { ArnNotEquals: { 's3:DataAccessPointArn': arn } } })],
      accessPoint: point(grants),
    },
    'allowed',
  ),
  row(
    'the bucket denies all but its point, asked directly',
    {
      identity: [allow()],
      policy: [denyTo('*', 's3:*', '*', { Condition: { ArnNotEquals: { 's3:DataAccessPointArn': arn } } })],
    },
    'explicitly denied',
  ),
  row(
    'another account, both sides and its own policy',
    {
      caller: stranger,
      identity: [allow('s3:GetObject', through)],
      policy: [delegates],
      accessPoint: point(allowTo({ AWS: stranger.arn }, 's3:GetObject', through)),
    },
    'allowed',
  ),
  row(
    'another account, without its own policy',
    {
      caller: stranger,
      policy: [delegates],
      accessPoint: point(allowTo({ AWS: stranger.arn }, 's3:GetObject', through)),
    },
    'implicitly denied',
  ),
  row(
    'another account, the bucket does not delegate',
    {
      caller: stranger,
      identity: [allow('s3:GetObject', through)],
      policy: [],
      accessPoint: point(allowTo({ AWS: stranger.arn }, 's3:GetObject', through)),
    },
    'implicitly denied',
  ),
  row(
    'policies not known, both sides grant',
    { caller: role, identity: 'unknown', policy: [delegates], accessPoint: point(grants) },
    'allowed',
  ),
  row(
    'policies not known, the point grants nothing',
    { caller: role, identity: 'unknown', policy: [delegates], accessPoint: point() },
    'unknown',
  ),
  row(
    'the point asks what nobody knows',
    {
      policy: [delegates],
      otherwise: 'unknown',
      accessPoint: point(
        allowTo({ AWS: roleArn }, 's3:GetObject', through, {
          Condition: { StringEquals: { 'aws:SourceVpc': 'vpc-1' } },
        }),
      ),
    },
    'unknown',
  ),
];

import type { AwsError } from '../../../../emulator/proxy/answer';
import type { AccessPoint } from '../../../../emulator/services/s3/access-point';
import { isPublic, refuseWrongPolicy } from '../../../../emulator/services/s3/access-point-policy';

const arn = 'arn:aws:s3:eu-west-1:111111111111:accesspoint/reporting';
const point: AccessPoint = {
  name: 'reporting',
  arn,
  alias: 'reporting-s3alias',
  bucket: 'lake',
  bucketAccount: '111111111111',
  vpcId: '',
  created: '2026-01-01T00:00:00Z',
  blocks: {
    BlockPublicAcls: true,
    IgnorePublicAcls: true,
    BlockPublicPolicy: true,
    RestrictPublicBuckets: true,
  },
};

const policy = (statement: object): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: { Effect: 'Allow', Action: 's3:GetObject', ...statement },
  });
const account = { AWS: 'arn:aws:iam::111111111111:root' };

/** The code of the refusal. */
function refused(text: string): string | undefined {
  try {
    refuseWrongPolicy(point, text);
    return undefined;
  } catch (error) {
    return (error as AwsError).code;
  }
}

test.each<[string, string, string | undefined]>([
  ['of its objects', policy({ Principal: account, Resource: `${arn}/object/*` }), undefined],
  ['of itself', policy({ Principal: account, Resource: [arn] }), undefined],
  ['no JSON', '{', 'MalformedPolicy'],
  ['without statements', '{}', 'MalformedPolicy'],
  ['without an effect', policy({ Effect: 'Permit', Principal: account, Resource: arn }), 'MalformedPolicy'],
  ['for nobody', policy({ Resource: arn }), 'MalformedPolicy'],
  ['about a bucket', policy({ Principal: account, Resource: 'arn:aws:s3:::lake/*' }), 'MalformedPolicy'],
  [
    'about all but a bucket',
    policy({ Principal: account, NotResource: 'arn:aws:s3:::x/*' }),
    'MalformedPolicy',
  ],
  ['for everyone', policy({ Principal: '*', Resource: arn }), 'AccessDenied'],
  ['too large', policy({ Principal: account, Resource: `${arn}/${'x'.repeat(21_000)}` }), 'PolicyTooLarge'],
])('a policy %s', (_what, text, code) => {
  expect(refused(text)).toBe(code);
});

test.each<[boolean, object]>([
  [true, { Principal: '*' }],
  [true, { Principal: { AWS: ['*'] } }],
  [true, { NotPrincipal: account }],
  [true, { Principal: '*', Condition: { Bool: { 'aws:SecureTransport': 'true' } } }],
  [true, { Principal: '*', Condition: { StringLike: { 'aws:userid': 'AROA*' } } }],
  [true, { Principal: '*', Condition: { StringEqualsIfExists: { 'aws:SourceVpc': 'vpc-1' } } }],
  [true, { Principal: '*', Condition: { StringNotEquals: { 'aws:SourceVpc': 'vpc-1' } } }],
  [true, { Principal: '*', Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:s3:::*' } } }],
  [false, { Principal: account }],
  [false, { Principal: '*', Effect: 'Deny' }],
  [false, { Principal: '*', Condition: { StringEquals: { 'aws:sourceVPC': 'vpc-1' } } }],
  [false, { Principal: '*', Condition: { StringLike: { 'aws:userid': 'AROAEXAMPLE:*' } } }],
  [false, { Principal: '*', Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } } }],
])('public: %s of %j', (expected, statement) => {
  expect(isPublic(policy({ Resource: arn, ...statement }))).toBe(expected);
});

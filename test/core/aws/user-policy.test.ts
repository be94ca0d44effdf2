import { policyDocument } from '../../../aws/iam/write';
import { unknownValue } from '../../../aws/iam/size';
import { readPolicyDocument } from '../../../core/aws/user-policy';
import { measuredValue, userStatements } from '../../../core/aws/user-statements';
import { toJson } from '../../../core/module/fields';
import { Text, type JsonObject } from '../../../core/platform/text';

const read = (document: unknown) => readPolicyDocument(toJson(document) as JsonObject);
const written = (document: unknown) => {
  const { statements, findings } = read(document);
  expect(findings).toEqual([]);
  const value = measuredValue({ account: '111111111111', region: 'eu-west-1' });
  return (JSON.parse(policyDocument(userStatements(statements, value, []))) as { Statement: unknown[] })
    .Statement;
};

test('keys as people write them', () => {
  const expected = [{ Sid: 'Logs', Effect: 'Allow', Action: 'logs:Get*', Resource: '*' }];
  const statement = (sid: string, effect: string, action: string, resource: string) => ({
    [sid]: 'Logs',
    [effect]: 'Allow',
    [action]: ['logs:Get*'],
    [resource]: '*',
  });
  expect(written({ Statement: [statement('SID', 'Effect', 'Action', 'Resource')] })).toEqual(expected);
  expect(
    written({ Version: '2012-10-17', statement: statement('sid', 'effect', 'ACTION', 'resource') }),
  ).toEqual(expected);
});

test('everything a statement may have', () => {
  expect(
    written({
      Statement: {
        Effect: 'Deny',
        NotAction: ['s3:GetObject', 's3:ListBucket'],
        NotResource: 'arn:aws:s3:::home/${aws:username}/*',
        Condition: { Bool: { 'aws:SecureTransport': false }, NumericLessThan: { 's3:max-keys': 10 } },
      },
    }),
  ).toEqual([
    {
      Effect: 'Deny',
      NotAction: ['s3:GetObject', 's3:ListBucket'],
      NotResource: 'arn:aws:s3:::home/$${aws:username}/*',
      Condition: { Bool: { 'aws:SecureTransport': 'false' }, NumericLessThan: { 's3:max-keys': '10' } },
    },
  ]);
});

const good = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };

test.each<[string, unknown, string, (string | number)[]]>([
  ['no statements', {}, 'TL203', []],
  ['an empty list of statements', { Statement: [] }, 'TL203', ['Statement']],
  ['an unknown version', { Version: '2024-01-01', Statement: [good] }, 'TL204', ['Version']],
  ['an unknown key', { Statement: [good], Comment: 'x' }, 'TL201', ['Comment']],
  ['a statement that is no map', { Statement: ['x'] }, 'TL204', ['Statement', 0]],
  ['no effect', { Statement: [{ Action: 's3:*', Resource: '*' }] }, 'TL203', ['Statement', 0]],
  [
    'another effect',
    { statement: [{ effect: 'allow', Action: 's3:*', Resource: '*' }] },
    'TL204',
    ['statement', 0, 'effect'],
  ],
  ['no action', { Statement: [{ Effect: 'Allow', Resource: '*' }] }, 'TL203', ['Statement', 0]],
  [
    'both',
    { Statement: [{ Effect: 'Allow', Action: 's3:*', NotAction: 's3:*', Resource: '*' }] },
    'TL208',
    ['Statement', 0, 'NotAction'],
  ],
  ['no resource', { Statement: [{ Effect: 'Allow', Action: 's3:*' }] }, 'TL203', ['Statement', 0]],
  [
    'no action at all',
    { Statement: [{ Effect: 'Allow', Action: 'GetObject', Resource: '*' }] },
    'TL204',
    ['Statement', 0, 'Action'],
  ],
  [
    'an empty list',
    { Statement: [{ Effect: 'Allow', Action: [], Resource: '*' }] },
    'TL202',
    ['Statement', 0, 'Action'],
  ],
  [
    'a map',
    { Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: { a: 'b' } }] },
    'TL202',
    ['Statement', 0, 'Resource'],
  ],
  [
    'a principal',
    { Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*', Principal: '*' }] },
    'TL201',
    ['Statement', 0, 'Principal'],
  ],
  [
    'a key twice',
    { Statement: [{ Effect: 'Allow', Action: 's3:*', action: 's3:*', Resource: '*' }] },
    'TL103',
    ['Statement', 0, 'action'],
  ],
  [
    'a condition that is no map',
    { Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*', Condition: { Bool: 'x' } }] },
    'TL204',
    ['Statement', 0, 'Condition', 'Bool'],
  ],
])('%s', (_name, document, code, path) => {
  expect(read(document).findings.map((finding) => [finding.code, finding.path])).toEqual([[code, path]]);
});

test('what only Terraform knows is measured, what the environment states is known', () => {
  const place = { file: 'f', line: 1, column: 1 };
  const text = Text.of('a:', { kind: 'account', place }, ':', {
    kind: 'parameter',
    path: '/p',
    origin: 'ssm',
    place,
  });
  expect(measuredValue({ account: '1', region: undefined })(text)).toBe(`a:1:${unknownValue}`);
  expect(measuredValue({ account: undefined, region: undefined })(text)).toBe(
    `a:${unknownValue}:${unknownValue}`,
  );
});

import { ConfigurationError } from '../../../diagnostics/diagnostic';
import { policyDocument } from '../../../core/aws/policy';
import {
  fitting,
  packStatements,
  partSuffix,
  policyLimits,
  policySize,
  unknownValue,
} from '../../../core/aws/policy-size';

test('whitespace does not count, policy variables count as AWS sees them', () => {
  expect(policySize('{ "a" : 1 }\n')).toBe('{"a":1}'.length);
  expect(policySize('"$${aws:userid}"')).toBe('"${aws:userid}"'.length);
});

test('what only Terraform knows counts at a realistic length', () => {
  const token = '${TfToken[TOKEN.12]}';
  expect(policySize(`"${token}:*"`)).toBe('"AROA5EXAMPLE5EXAMPLE5:*"'.length);
  expect(policySize(`"arn:aws:iam::${token}:root"`)).toBe('"arn:aws:iam::123456789012:root"'.length);
  expect(policySize(`"${token}"`)).toBe(97);
  expect(policySize(`"${unknownValue}"`)).toBe(97);
});

test('a document that AWS would refuse is an error', () => {
  const document = policyDocument([{ actions: ['a:b'.repeat(800)], resources: ['*'] }]);
  expect(fitting('managed policy', 'policy x', document)).toBe(document);
  expect(() => fitting('trust policy', 'role x', document)).toThrow(ConfigurationError);
});

test('statements are packed in order, each pack within the limit', () => {
  const statements = Array.from({ length: 30 }, (_, n) => ({
    sid: `S${String(n)}`,
    actions: [`service:${'x'.repeat(400)}`],
    resources: ['*'],
  }));
  const packs = packStatements(statements);
  expect(packs.flat()).toEqual(statements);
  expect(packs.length).toBe(3);
  for (const pack of packs) {
    expect(policySize(policyDocument(pack))).toBeLessThanOrEqual(policyLimits['managed policy']);
  }
  expect(packs.map((_, index) => partSuffix(index))).toEqual(['', '-2', '-3']);
});

test('nothing to grant needs no policy', () => {
  expect(packStatements([{ actions: ['a:b'], resources: [] }])).toEqual([]);
});

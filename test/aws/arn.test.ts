import fc from 'fast-check';
import { accountOf, arnAt, iamArn, nameOf, parseArn, s3Arn, writeArn } from '../../aws/arn';

const key = {
  partition: 'aws',
  service: 'kms',
  region: 'eu-west-1',
  account: '111111111111',
  resource: 'key/x',
};

test('an ARN is read and written', () => {
  expect(parseArn('arn:aws:kms:eu-west-1:111111111111:key/x')).toEqual(key);
  expect(writeArn(key)).toBe('arn:aws:kms:eu-west-1:111111111111:key/x');
  expect(parseArn('arn:aws:logs:r:1:log-group:/a:*')?.resource).toBe('log-group:/a:*');
  expect(arnAt(key, 'glue', 'catalog')).toBe('arn:aws:glue:eu-west-1:111111111111:catalog');
  expect(iamArn(key, 'role/x')).toBe('arn:aws:iam::111111111111:role/x');
  expect(s3Arn(key, 'lake/*')).toBe('arn:aws:s3:::lake/*');
});

test.each(['', '*', 'lake', 'arn:aws:s3', 'arn:aws:iam::111111111111', '${data.x.arn}'])(
  '"%s" is no ARN',
  (text) => {
    expect(parseArn(text)).toBeUndefined();
    expect(accountOf(text)).toBeUndefined();
  },
);

test.each([
  ['arn:aws:iam::111111111111:role/path/reader', '111111111111'],
  ['arn:${data.aws_partition.p.partition}:iam::111111111111:role/r', '111111111111'],
  ['arn:aws:iam::${a ? "b:c" : "d"}:role/r', undefined],
  ['arn:aws:iam::aws:policy/ReadOnlyAccess', undefined],
  ['arn:aws:s3:::lake', undefined],
  ['arn:aws:iam::1111:role/r', undefined],
])('the account that %s states is %s', (arn, account) => {
  expect(accountOf(arn)).toBe(account);
});

test.each([
  ['arn:aws:iam::111111111111:role/path/reader', 'reader'],
  ['arn:aws:sns:eu-west-1:111111111111:topic', 'topic'],
  ['arn:aws:iam::1:role/${element(split("/", x), 1)}', '${element(split("/", x), 1)}'],
  ['arn:aws:s3:::home/$${aws:PrincipalTag/team}', '$${aws:PrincipalTag/team}'],
  ['role/reader', 'reader'],
  ['reader', 'reader'],
])('the name in %s is %s', (arn, name) => {
  expect(nameOf(arn)).toBe(name);
});

/** Expressions as Terraform takes them: braces in pairs, strings with escapes, expressions within strings. */
const { expression } = fc.letrec((tie) => ({
  string: fc
    .array(fc.oneof(fc.constantFrom(':', '/', '}', '{', '\\"', '\\\\', 'a'), tie('expression')), {
      maxLength: 4,
    })
    .map((parts) => `"${parts.join('')}"`),
  expression: fc
    .array(fc.oneof({ maxDepth: 2 }, fc.constantFrom('a.b', ' : ', '/', ' ? ', '{a = 1}'), tie('string')), {
      maxLength: 4,
    })
    .map((parts) => `\${${parts.join('')}}`),
}));
const literal = fc.stringMatching(/^[a-z0-9*-]{0,6}$/);
const field = fc
  .array(fc.oneof(literal, expression as fc.Arbitrary<string>), { maxLength: 3 })
  .map((parts) => parts.join(''));

test('whatever expressions stand in it, an ARN that was written is read as it was', () => {
  const arn = fc.record({
    partition: field,
    service: field,
    region: field,
    account: field,
    resource: fc.array(field, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(':')),
  });
  fc.assert(fc.property(arn, (parts) => expect(parseArn(writeArn(parts))).toEqual(parts)));
});

test('whatever expressions stand in it, the name is what stands behind the last slash', () => {
  fc.assert(
    fc.property(fc.array(field, { maxLength: 3 }), field, (path, name) => {
      const resource = ['role', ...path, name].join('/');
      expect(nameOf(iamArn({ partition: 'aws', account: '1' }, resource))).toBe(name);
    }),
  );
});

test('no text makes it throw or hang', () => {
  const text = fc
    .array(fc.constantFrom('arn:', ':', '/', '${', '}', '"', '\\', '{', 'a', '$'))
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, (each) => {
      const parts = parseArn(each);
      expect(parts === undefined ? each : writeArn(parts)).toBe(each);
      expect(each.endsWith(nameOf(each))).toBe(true);
    }),
  );
});

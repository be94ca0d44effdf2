import fc from 'fast-check';
import { policyDocument } from '../../../aws/iam/write';
import { oversize, policyLimits, policySize, unknownValue } from '../../../aws/iam/size';
import { packStatements, partSuffix, inParts } from '../../../aws/iam/pack';

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

test('what AWS would refuse has its size told, whatever is unknown in it', () => {
  const piece = fc.constantFrom(
    'x',
    'arn:aws:s3:::b/',
    '$${aws:userid}',
    unknownValue,
    `:${unknownValue}:`,
    ' ',
  );
  fc.assert(
    fc.property(
      fc.array(piece, { minLength: 1, maxLength: 60 }),
      fc.integer({ min: 0, max: 60 }),
      (some, times) => {
        const document = JSON.stringify(some.join('').repeat(times));
        const size = policySize(document);
        expect(oversize('trust policy', document)).toBe(
          size > policyLimits['trust policy'] ? size : undefined,
        );
      },
    ),
  );
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

test('many names are told in several statements, each once and in order', () => {
  const names = Array.from(
    { length: 100 },
    (_, n) => `arn:aws:s3:::${'x'.repeat(60)}-${String(n).padStart(3, '0')}`,
  );
  const parts = inParts([...names, ...names].reverse(), (resources) => ({
    actions: ['s3:GetObject'],
    resources,
  }));
  expect(parts.flatMap(({ resources }) => resources)).toEqual(names);
  expect(parts.length).toBeGreaterThan(2);
  for (const { resources = [] } of parts) expect(resources.join('').length).toBeLessThanOrEqual(2500);
});

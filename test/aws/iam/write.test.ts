import fc from 'fast-check';
import { effective, policyVariable } from '../../../aws/iam/statement';
import { legalSid, policyDocument } from '../../../aws/iam/write';

const parse = (document: string) =>
  JSON.parse(document) as { Version: string; Statement: Record<string, any>[] };

test('a document as AWS stores it: single values without brackets, no repetitions', () => {
  expect(
    parse(
      policyDocument([
        {
          sid: '/data_Read',
          actions: ['s3:GetObject', 's3:GetObject'],
          resources: ['a', 'b'],
          principals: { AWS: ['x'] },
          conditions: { Bool: { 'aws:SecureTransport': 'false' }, StringLike: { k: ['1', '2'] } },
        },
        { effect: 'Deny', notActions: ['iam:*'], notResources: ['c'], principals: '*' },
      ]),
    ),
  ).toEqual({
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'DataRead',
        Effect: 'Allow',
        Principal: { AWS: 'x' },
        Action: 's3:GetObject',
        Resource: ['a', 'b'],
        Condition: { Bool: { 'aws:SecureTransport': 'false' }, StringLike: { k: ['1', '2'] } },
      },
      { Effect: 'Deny', Principal: '*', NotAction: 'iam:*', NotResource: 'c' },
    ],
  });
});

test('policy variables pass Terraform', () => {
  const resources = [`arn:aws:s3:::home/${policyVariable('aws:userid')}/*`];
  expect(policyDocument([{ actions: ['s3:*'], resources }])).toContain('home/$${aws:userid}/*');
});

test('Sids are unique and legal, whatever they are made of', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (sids) => {
      const statements = sids.map((sid) => ({ sid, actions: ['*'], resources: ['*'] }));
      const written = parse(policyDocument(statements)).Statement.map((s) => s.Sid as string | undefined);
      const given = written.filter((sid) => sid !== undefined);
      expect(new Set(given).size).toBe(given.length);
      expect(given.every((sid) => /^[A-Za-z0-9]+$/.test(sid))).toBe(true);
    }),
  );
  expect(legalSid('athena-results_ReadWrite')).toBe('AthenaResultsReadWrite');
});

test('statements about nobody are dropped, whichever way they say so', () => {
  const grant = { actions: ['s3:*'], resources: ['*'] };
  expect(
    effective([
      { ...grant, principals: { AWS: [], Service: [] } },
      { ...grant, actions: [] },
      { ...grant, resources: [] },
      { ...grant, conditions: { StringLike: { 'aws:userId': [] } } },
    ]),
  ).toEqual([]);
});

test('a deny without condition values is a mistake, not a deny for all', () => {
  const conditions = { StringNotLike: { 'aws:userId': [] } };
  expect(() => policyDocument([{ effect: 'Deny', actions: ['s3:*'], conditions }])).toThrow(/without values/);
});

import { difference } from '../../../access/questions/matrix-report';
import { matrix } from '../../../access/questions/matrix';
import { allow, bucket, deny, indexOver, key, policy, role } from './estate';

const lake = key('lake');
const keyOf = { keyArn: lake.arn };
const grants = (...statements: object[]) => ({
  policy: policy('resource', ...statements.map((one) => ({ Principal: '*', ...one }))),
});
const userOnly = { Condition: { StringLike: { 'aws:userId': `${role('user').id}:*` } } };
const report = (...statements: object[]) =>
  matrix(
    indexOver(
      [role('user', allow(['kms:Decrypt', 'kms:GenerateDataKey']))],
      [lake, bucket('lake', { ...keyOf, ...grants(...statements) })],
    ),
    { organization: 'org', source: 'stacks' },
  );
const readData = allow('s3:GetObject', 'arn:aws:s3:::lake/data/*', userOnly);

/** Who can do what with which part of the bucket. */
const cells = ({ principals, data, cells: all }: ReturnType<typeof report>) =>
  all
    .filter((cell) => data[cell.data]?.kind === 'bucket')
    .map(({ principal, data: column, outcomes }) => [
      principals[principal]?.label,
      data[column]?.label,
      Object.entries(outcomes).flatMap(([level, outcome]) => (outcome === 'allowed' ? [level] : [])),
    ]);

test('a row for each prefix that the policy tells apart', () => {
  expect(cells(report(readData))).toEqual([
    ['lake-dev/user', 's3://lake/data/', ['read']],
    ['administrator', 's3://lake/', ['read', 'write', 'delete', 'admin']],
    ['administrator', 's3://lake/data/', ['read', 'write', 'delete', 'admin']],
  ]);
});

test('what is open says by which statement', () => {
  const { cells: all, principals } = report({ Sid: 'DataRead', ...readData });
  const own = all.find(({ principal }) => principals[principal]?.label === 'lake-dev/user');
  expect(own?.reasons.read).toContain('DataRead');
  expect(own?.reasons.write).toBeUndefined();
});

test('who gains and who loses', () => {
  const before = report(readData);
  const after = report(
    allow(['s3:GetObject', 's3:PutObject'], 'arn:aws:s3:::lake/data/*', userOnly),
    deny('s3:DeleteObject', 'arn:aws:s3:::lake/*'),
  );
  const changes = difference(before, after).map(({ principal, data, level, change }) => [
    principal,
    data,
    level,
    change,
  ]);
  expect(changes).toEqual([
    ['administrator', 's3://lake/', 'delete', 'loses'],
    ['administrator', 's3://lake/data/', 'delete', 'loses'],
    ['lake-dev/user', 's3://lake/data/', 'write', 'gains'],
  ]);
  expect(difference(before, before)).toEqual([]);
});

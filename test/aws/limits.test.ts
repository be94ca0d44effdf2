import { checkName, type NameKind } from '../../aws/limits';
import { maxLength } from '../../core/naming/hash';

test.each<[NameKind, string]>([
  ['s3 bucket', 'org-dev-lake-raw'],
  ['iam role', 'AWSReservedSSO_Admin_0123@x'],
  ['kms alias', 'org-dev-lake'],
  ['kms alias', 'alias/org-dev-lake'],
  ['glue database', 'org-dev-lake_util'],
  ['glue crawler', 'org-dev-crawler1'],
  ['athena data catalog', 'producer_1'],
  ['cloudtrail trail', 'org-dev-s3.audit'],
  ['sagemaker user profile', 'jane--doe'],
  ['lf tag', 'Cost Center'],
])('%s %s', (kind, name) => {
  expect(checkName(kind, name)).toBeUndefined();
});

test.each<[NameKind, string]>([
  ['s3 bucket', 'ab'],
  ['s3 bucket', 'x'.repeat(64)],
  ['s3 bucket', 'Upper'],
  ['s3 bucket', 'under_score'],
  ['s3 bucket', '10.0.0.1'],
  ['s3 bucket', 'a..b'],
  ['s3 bucket', 'lake-s3alias'],
  ['s3 bucket', 'lake-'],
  ['iam role', 'x'.repeat(65)],
  ['iam role', 'with space'],
  ['kms alias', 'aws/s3'],
  ['kms alias', 'alias/aws/s3'],
  ['kms alias', 'with.dot'],
  ['glue database', 'Upper'],
  ['glue table', ''],
  ['athena workgroup', 'a/b'],
  ['cloudtrail trail', 'a--b'],
  ['events rule', 'x'.repeat(65)],
  ['security group', 'sg-lake'],
  ['sagemaker domain', 'under_score'],
  ['sagemaker user profile', '-x'],
])('%s refuses "%s"', (kind, name) => {
  expect(checkName(kind, name)).toMatch(new RegExp(`^the ${kind} name `));
});

test('what is cut for a kind fits it', () => {
  for (const [kind, length] of Object.entries(maxLength)) {
    expect(checkName(kind as NameKind, 'x'.repeat(length))).toBeUndefined();
  }
});

import { actionExists, actionsOf, isWildcardOnly, supportsKey } from '../../../aws/actions/action-data';
import { awsManagedName, awsManagedPolicy } from '../../../aws/actions/managed-policies';

test('actions of AWS are known, in any case', () => {
  expect(actionExists('s3:GetObject')).toBe(true);
  expect(actionExists('S3:getobject')).toBe(true);
  expect(actionExists('s3:GetObjekt')).toBe(false);
  expect(actionExists('nothing:Get')).toBe(false);
  expect(actionExists('../actions/s3:GetObject')).toBe(false);
  expect(actionsOf('athena')).toContain('athena:StartQueryExecution');
});

test('actions that know no resource', () => {
  expect(isWildcardOnly('s3:ListAllMyBuckets')).toBe(true);
  expect(isWildcardOnly('s3:GetObject')).toBe(false);
});

test('condition keys that a request can have', () => {
  expect(supportsKey('sagemaker:CreateTrainingJob', 'sagemaker:InterContainerTrafficEncryption')).toBe(true);
  expect(supportsKey('sagemaker:CreateTrainingJob', 'aws:RequestTag/any')).toBe(true);
  expect(supportsKey('sagemaker:ListDomains', 'sagemaker:VpcSubnets')).toBe(false);
  expect(supportsKey('kms:Decrypt', 'kms:EncryptionContext:aws:s3:arn')).toBe(true);
  expect(supportsKey('nothing:Get', 'aws:TagKeys')).toBeUndefined();
});

test('policies that AWS manages are at hand, in the words of the partition', () => {
  const document = awsManagedPolicy('service-role/AWSGlueServiceRole', 'aws-cn') ?? '';
  expect(document).toContain('arn:aws-cn:s3:::aws-glue-*/*');
  expect(awsManagedPolicy('NoSuchPolicy', 'aws')).toBeUndefined();
  expect(awsManagedName('arn:aws:iam::aws:policy/service-role/AWSGlueServiceRole')).toBe(
    'service-role/AWSGlueServiceRole',
  );
  expect(awsManagedName('arn:aws:iam::111111111111:policy/mine')).toBeUndefined();
});

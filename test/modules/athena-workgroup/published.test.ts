import { parameters, synthModule } from '../../support/synth';
import { workgroup } from './workgroup';

test('a workgroup publishes its key, bucket, name and policy', async () => {
  const { json } = await synthModule('athena-workgroup', workgroup());
  const own = '/test-org/test-domain/test-module';
  expect(parameters(json)).toEqual({
    [`${own}/kms/key/arn`]: '${aws_kms_key.test-module__key.arn}',
    [`${own}/kms/key/id`]: '${aws_kms_key.test-module__key.key_id}',
    [`${own}/bucket/name`]: '${aws_s3_bucket_policy.test-module__bucket.bucket}',
    [`${own}/bucket/arn`]: 'arn:aws:s3:::${aws_s3_bucket_policy.test-module__bucket.bucket}',
    [`${own}/workgroup/name`]: '${aws_athena_workgroup.test-module__workgroup.name}',
    [`${own}/managed-policy/wg-usage/arn`]: '${aws_iam_policy.test-module__wg-usage.arn}',
    [`${own}/managed-policy/wg-usage/name`]: '${aws_iam_policy.test-module__wg-usage.name}',
  });
});

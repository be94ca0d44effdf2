import { parameters, synthModule } from '../../support/synth';

test('an audit module publishes its key and its bucket', async () => {
  const { json } = await synthModule('audit', {});
  const own = '/test-org/test-domain/test-module';
  expect(parameters(json)).toEqual({
    [`${own}/kms/arn`]: '${aws_kms_key.test-module__key.arn}',
    [`${own}/kms/id`]: '${aws_kms_key.test-module__key.key_id}',
    [`${own}/bucket/name`]: '${aws_s3_bucket_policy.test-module__bucket.bucket}',
    [`${own}/bucket/arn`]: 'arn:aws:s3:::${aws_s3_bucket_policy.test-module__bucket.bucket}',
  });
});

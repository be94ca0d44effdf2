import { parameters, resource, synthModule } from '../../support/synth';

const own = '/test-org/test-domain/audit';
const config = {
  trail: {
    cloudTrailAuditBucketName: `ssm:${own}/bucket/name`,
    cloudTrailAuditKmsKeyArn: `ssm:${own}/kms/arn`,
  },
};

test('a trail of the region records every read and write in S3, protected', async () => {
  const { json } = await synthModule('audit-trail', config);
  expect(resource(json, 'aws_cloudtrail')).toMatchObject({
    name: 'test-org-test-env-test-domain-test-module-s3-audit',
    enable_log_file_validation: true,
    include_global_service_events: false,
    is_multi_region_trail: false,
    event_selector: [
      {
        read_write_type: 'All',
        include_management_events: false,
        data_resource: [{ type: 'AWS::S3::Object', values: ['arn:aws:s3:::'] }],
      },
    ],
    lifecycle: { prevent_destroy: true },
  });
});

test('nothing is published', async () => {
  const { json } = await synthModule('audit-trail', config);
  expect(parameters(json)).toEqual({});
});

test('beside its audit module, a trail waits for the policy of the bucket', async () => {
  const { json } = await synthModule('audit-trail', config, {
    modules: { audit: { module_path: 'audit', module_config_data: {} } },
  });
  expect(resource(json, 'aws_cloudtrail')).toMatchObject({
    s3_bucket_name: '${aws_s3_bucket_policy.audit__bucket.bucket}',
    kms_key_id: '${aws_kms_key.audit__key.arn}',
  });
});

test('without one, it reads the parameters', async () => {
  const { json, diagnostics } = await synthModule('audit-trail', config);
  expect(Object.values(json.data?.aws_ssm_parameter ?? {}).map(({ name }) => name as string)).toEqual([
    `${own}/bucket/name`,
    `${own}/kms/arn`,
  ]);
  expect(diagnostics.map(({ code }) => code)).toContain('TL306');
});

test.each([
  ['no trail', {}],
  ['no key', { trail: { cloudTrailAuditBucketName: 'logs' } }],
])('%s is an error', async (_case, broken) => {
  await expect(synthModule('audit-trail', broken)).rejects.toMatchObject({
    diagnostics: [{ code: 'TL203' }],
  });
});

import { parameters, resource, synthModule } from '../../support/synth';

test('the catalog publishes its key, once under a name that every account knows', async () => {
  const { json } = await synthModule('glue-catalog', {});
  expect(parameters(json)).toEqual({
    '/test-org/test-domain/test-module/kms/arn': '${aws_kms_key.test-module__key.arn}',
    '/test-org/test-domain/test-module/kms/id': '${aws_kms_key.test-module__key.key_id}',
    '/glue-catalog-settings/catalog-kms-key': '${aws_kms_key.test-module__key.arn}',
  });
  const shared = resource(json, 'aws_ssm_parameter', 'glue-catalog-settings__catalog-kms-key');
  expect(shared.tier).toBe('Advanced');
});

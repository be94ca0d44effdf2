import { parameters, synthModule } from '../../support/synth';
import { lake } from './lake';

const at = '/test-org/test-domain/test-module';
const published = async (config: unknown, setting = {}) =>
  parameters((await synthModule('datalake', config, setting)).json);

const always = ['bucket/raw/arn', 'bucket/raw/name', 'kms/arn', 'kms/id'];
const below = (...paths: readonly string[]) => [...paths].sort().map((path) => `${at}/${path}`);

test('the key and every zone', async () => {
  expect(Object.keys(await published(lake())).sort()).toEqual(below(...always));
});

test('the role for Lake Formation and Storage Lens, where they are made', async () => {
  const config = lake({ lakeFormationLocations: { all: { prefix: '/' } } }, { storageLensEnabled: true });
  const role = ['arn', 'id', 'name'].map((facet) => `role/lake-formation/${facet}`);
  const values = await published(config);
  expect(Object.keys(values).sort()).toEqual(below(...always, ...role, 'storage-lens/arn'));
  expect(values[`${at}/storage-lens/arn`]).toBe(
    'arn:aws:s3:eu-west-1:111111111111:storage-lens/' +
      '${aws_s3control_storage_lens_configuration.test-module__storage-lens.config_id}',
  );
});

test('nobody reads a bucket before its policy, nor a role by another role', async () => {
  const values = await published(lake({ lakeFormationLocations: { all: { prefix: '/' } } }));
  const name = '${aws_s3_bucket_policy.test-module__bucket__raw.bucket}';
  expect(values).toMatchObject({
    [`${at}/bucket/raw/name`]: name,
    [`${at}/bucket/raw/arn`]: `arn:aws:s3:::${name}`,
    [`${at}/role/lake-formation/id`]: '${aws_iam_role.test-module__role__lake-formation.unique_id}',
  });
});

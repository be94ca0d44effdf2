import { policy, resource, resources, statement, synthModule } from '../../support/synth';
import { lake, prefix, role } from './lake';

const own = '111111111111';
const synth = async (bucket: Record<string, unknown> = {}, added: Record<string, unknown> = {}) =>
  (await synthModule('datalake', lake(bucket, added))).json;

test('a plain lake is a key, a database, and buckets', async () => {
  const json = await synth();
  expect(
    Object.keys(json.resource ?? {})
      .filter((type) => type !== 'terraform_data')
      .sort(),
  ).toEqual([
    'aws_glue_catalog_database',
    'aws_kms_alias',
    'aws_kms_key',
    'aws_s3_bucket',
    'aws_s3_bucket_ownership_controls',
    'aws_s3_bucket_policy',
    'aws_s3_bucket_public_access_block',
    'aws_s3_bucket_server_side_encryption_configuration',
    'aws_s3_bucket_versioning',
    'aws_ssm_parameter',
  ]);
  for (const type of ['aws_glue_catalog_database', 'aws_kms_key', 'aws_s3_bucket']) {
    expect(resource(json, type).lifecycle).toEqual({ prevent_destroy: true });
  }
  expect(resource(json, 'aws_glue_catalog_database').name).toBe(`${prefix.replaceAll('-', '_')}_util`);
});

test('what is not protected may be emptied, and only then', async () => {
  const { json } = await synthModule('datalake', lake(), {
    root: { deletion_protection: false },
    synthesize: { allowDataLoss: ['test-domain-test-env'] },
  });
  expect(resource(json, 'aws_s3_bucket')).toMatchObject({ force_destroy: true });
  expect(resource(json, 'aws_glue_catalog_database')).not.toHaveProperty('lifecycle');
});

test('a zone does not move when another one comes', async () => {
  const { raw } = lake().buckets;
  const one = await synth();
  const two = await synth({}, { buckets: { another: raw, raw } });
  expect(resource(two, 'aws_s3_bucket_policy', 'raw')).toEqual(resource(one, 'aws_s3_bucket_policy', 'raw'));
  expect(Object.keys(resources(two, 'aws_s3_bucket'))).toEqual(
    expect.arrayContaining(Object.keys(resources(one, 'aws_s3_bucket'))),
  );
});

test('policies with the same prefix have statements of their own', async () => {
  const json = await synth(
    { accessPolicies: ['data', 'more'] },
    {
      accessPolicies: {
        data: { rule: { prefix: 'data/', ReadRoles: ['readers'] } },
        more: { rule: { prefix: '/data', ReadRoles: ['admins'] } },
      },
    },
  );
  const sids = policy(resource(json, 'aws_s3_bucket_policy').policy).Statement.map(
    ({ Sid }) => Sid as string,
  );
  expect(sids).toEqual([...new Set(sids)]);
  expect(sids).toEqual(expect.arrayContaining(['DataRead', 'DataRead2']));
  expect(sids.filter((sid) => !/^[A-Za-z0-9]+$/.test(sid))).toEqual([]);
});

test('one role under two logical names is named once', async () => {
  const twice = { roles: { admins: [role('admin')], readers: [role('admin'), role('admin')] } };
  const json = await synth({}, twice);
  expect(statement(resource(json, 'aws_kms_key').policy, 'Usage').Condition.StringLike).toEqual({
    'aws:userId': 'AROAADMIN:*',
  });
  expect(resource(json, 'aws_kms_key').policy).not.toContain('"Reading"');
});

describe('registered locations', () => {
  const location = { prefix: 'data/' };

  test.each([
    ['write: true', { ...location, write: true }, 'DataReadWrite'],
    ['write: false', { ...location, write: false }, 'DataRead2'],
    ['nothing about write', location, 'DataRead2'],
  ])('Lake Formation with %s', async (_case, data, sid) => {
    const json = await synth({ lakeFormationLocations: { data } });
    const { policy: text } = resource(json, 'aws_s3_bucket_policy');
    const lakeFormation = '${aws_iam_role.test-module__role__lake-formation.unique_id}:*';
    expect(statement(text, sid).Condition.StringLike['aws:userId']).toBe(lakeFormation);
    const granting = policy(text).Statement.filter(
      ({ Effect, Action }) => Effect === 'Allow' && [Action].flat().includes('s3:PutObject'),
    );
    expect(JSON.stringify(granting).includes(lakeFormation)).toBe(sid === 'DataReadWrite');
  });

  test('the role is trusted by Lake Formation of the account alone', async () => {
    const json = await synth({ lakeFormationLocations: { data: location } });
    const { assume_role_policy: trust, name } = resource(json, 'aws_iam_role');
    expect(name).toBe(`${prefix}-lake-formation`);
    const [first] = policy(trust).Statement;
    expect(first?.Principal).toEqual({ Service: 'lakeformation.amazonaws.com' });
    expect(JSON.stringify(first?.Condition)).toContain(own);
  });

  test('the whole bucket', async () => {
    const json = await synth({ lakeFormationLocations: { all: { prefix: '/' } } });
    expect(resource(json, 'aws_lakeformation_resource').arn).toBe(
      'arn:aws:s3:::${aws_s3_bucket.test-module__bucket__raw.bucket}',
    );
  });

  test('whoever waits for the bucket waits for its registered locations', async () => {
    const json = await synth({ lakeFormationLocations: { data: location } });
    expect(resource(json, 'aws_s3_bucket_policy').depends_on).toContain(
      'aws_lakeformation_resource.test-module__location__raw__data',
    );
  });

  test('locations and the database wait for the Lake Formation settings', async () => {
    const { json } = await synthModule('datalake', lake({ lakeFormationLocations: { data: location } }), {
      modules: {
        settings: {
          module_path: 'lakeformation-settings',
          module_config_data: {
            lakeFormationAdminRoles: [
              { arn: 'arn:aws:iam::111111111111:role/admin', id: 'AROAADMIN', name: 'admin' },
            ],
            iamAllowedPrincipalsDefault: false,
          },
        },
      },
    });
    for (const type of ['aws_lakeformation_resource', 'aws_glue_catalog_database']) {
      expect(JSON.stringify(resource(json, type).depends_on)).toContain(
        'aws_lakeformation_data_lake_settings',
      );
    }
  });
});

describe('inventories', () => {
  const own = { prefix: '/' };

  test('the whole bucket is listed, into the bucket itself', async () => {
    const json = await synth({ inventories: { all: own } });
    const bucket = '${aws_s3_bucket_policy.test-module__bucket__raw.bucket}';
    expect(resource(json, 'aws_s3_bucket_inventory')).not.toHaveProperty('filter');
    expect(resource(json, 'aws_s3_bucket_inventory').destination.bucket).toMatchObject({
      bucket_arn: `arn:aws:s3:::${bucket}`,
      prefix: 'inventory',
      account_id: '111111111111',
    });
    const table = resource(json, 'aws_glue_catalog_table');
    expect(table.storage_descriptor.location).toBe(`s3://${bucket}/inventory/`);
    expect(table.parameters).toMatchObject({
      'projection.bucket_inventory.values': `${bucket}/all`,
      'storage.location.template': `s3://${bucket}/inventory/$\${bucket_inventory}/hive/dt=$\${dt}`,
    });
  });

  test('S3 delivers and encrypts for the bucket of this account alone', async () => {
    const json = await synth({ inventories: { all: own } });
    const arn = `arn:aws:s3:::${prefix}-raw`;
    const source = {
      StringEquals: expect.objectContaining({ 'aws:SourceAccount': '111111111111' }) as unknown,
      ArnLike: { 'aws:SourceArn': arn },
    };
    expect(statement(resource(json, 'aws_s3_bucket_policy').policy, 'AllowS3Inventory')).toMatchObject({
      Principal: { Service: 's3.amazonaws.com' },
      Action: 's3:PutObject',
      Resource: `${arn}/inventory/*`,
      Condition: source,
    });
    expect(statement(resource(json, 'aws_kms_key').policy, 'Inventory')).toMatchObject({
      Principal: { Service: 's3.amazonaws.com' },
      Condition: source,
    });
  });

  test('one that goes elsewhere needs no grant and no table here', async () => {
    const json = await synth({ inventories: { all: { prefix: '/', destinationBucket: 'elsewhere' } } });
    expect(resource(json, 'aws_s3_bucket_inventory').destination.bucket).toEqual({
      bucket_arn: 'arn:aws:s3:::elsewhere',
      prefix: 'inventory',
      format: 'Parquet',
    });
    expect(resources(json, 'aws_glue_catalog_table')).toEqual({});
    expect(resource(json, 'aws_s3_bucket_policy').policy).not.toContain('s3.amazonaws.com');
    expect(resource(json, 'aws_kms_key').policy).not.toContain('s3.amazonaws.com');
  });

  test.each([
    ['by name', `${prefix}-lists`],
    ['by reference', 'ssm:/test-org/test-domain/test-module/bucket/lists/name'],
  ])('one that goes to another zone, %s, is granted there, for its bucket alone', async (_case, target) => {
    const { raw } = lake().buckets;
    const inventories = { all: { prefix: '/', destinationBucket: target, destinationPrefix: 'of-raw/' } };
    const json = await synth({}, { buckets: { raw: { ...raw, inventories }, lists: raw } });
    const source = {
      StringEquals: expect.objectContaining({ 'aws:SourceAccount': '111111111111' }) as unknown,
      ArnLike: { 'aws:SourceArn': `arn:aws:s3:::${prefix}-raw` },
    };
    expect(
      statement(resource(json, 'aws_s3_bucket_policy', 'lists').policy, 'AllowS3Inventory'),
    ).toMatchObject({ Resource: `arn:aws:s3:::${prefix}-lists/of-raw/*`, Condition: source });
    expect(statement(resource(json, 'aws_kms_key').policy, 'Inventory').Condition).toMatchObject(source);
    expect(resource(json, 'aws_s3_bucket_policy', 'raw').policy).not.toContain('s3.amazonaws.com');
  });

  test('the table of a zone with a long name lies where its inventories land', async () => {
    const long = 'a-zone-with-a-name-that-makes-its-bucket-too-long';
    const { raw } = lake().buckets;
    const json = await synth({}, { buckets: { [long]: { ...raw, inventories: { all: own } } } });
    const name = resource(json, 'aws_s3_bucket').bucket as string;
    expect(name.length).toBeLessThanOrEqual(63);
    expect(statement(resource(json, 'aws_s3_bucket_policy').policy, 'AllowS3Inventory').Resource).toBe(
      `arn:aws:s3:::${name}/inventory/*`,
    );
  });
});

import { resource, resources, synthModule } from '../../support/synth';
import { lake, prefix } from './lake';

const zones = (...names: readonly string[]) =>
  lake({}, { buckets: Object.fromEntries(names.map((name) => [name, { accessPolicies: ['root'] }])) });

const codesOf = async (config: unknown) =>
  synthModule('datalake', config).then(
    ({ diagnostics }) => diagnostics.map(({ code }) => code),
    (error: { diagnostics: { code: string }[] }) => error.diagnostics.map(({ code }) => code),
  );

test('a name that would reach 63 characters ends with its hash, everywhere', async () => {
  const zone = 'landing-zone-of-sale';
  const { json } = await synthModule(
    'datalake',
    lake({}, { buckets: { [zone]: { accessPolicies: ['root'], inventories: { daily: { prefix: '/' } } } } }),
  );
  const { bucket } = resource(json, 'aws_s3_bucket');
  expect(`${prefix}-${zone}`).toHaveLength(62);
  expect(bucket).toBe(`${prefix}-${zone}`);
  const longer = await synthModule(
    'datalake',
    lake(
      {},
      { buckets: { [`${zone}s`]: { accessPolicies: ['root'], inventories: { daily: { prefix: '/' } } } } },
    ),
  );
  const short = resource(longer.json, 'aws_s3_bucket').bucket as string;
  expect(short).toMatch(/^test-org-test-env-test-domain-test-module-landing-[a-z-]*-[0-9a-f]{6,8}$/);
  expect(short.length).toBeLessThanOrEqual(63);
  expect(resource(longer.json, 'aws_s3_bucket_policy').policy).toContain(
    `"arn:aws:s3:::${short}/inventory/*"`,
  );
  expect(resource(longer.json, 'aws_kms_key').policy).toContain(`"arn:aws:s3:::${short}"`);
});

test('zones whose names differ in dots, dashes and digits are different', async () => {
  const { json } = await synthModule('datalake', zones('a.b', 'a-b', 'ab', '1a'));
  expect(
    Object.values(resources(json, 'aws_s3_bucket'))
      .map(({ bucket }) => bucket as string)
      .sort(),
  ).toEqual(['1a', 'a-b', 'a.b', 'ab'].map((zone) => `${prefix}-${zone}`));
});

test('zones whose names differ in case only are one bucket, which is refused', async () => {
  expect(await codesOf(zones('raw', 'Raw'))).toContain('TL502');
});

test('a zone with capitals has a bucket and a table without', async () => {
  const buckets = { Raw: { accessPolicies: ['root'], inventories: { daily: { prefix: '/' } } } };
  const { json } = await synthModule('datalake', lake({}, { buckets }));
  expect(resource(json, 'aws_s3_bucket').bucket).toBe(`${prefix}-raw`);
  expect(resource(json, 'aws_glue_catalog_table').name).toBe('raw_inv');
});

test.each(['under_score', 'a..b', 'space d', 'ends-', 'x--ol-s3', 'umläut'])(
  'the zone %j is refused',
  async (zone) => {
    expect(await codesOf(zones(zone))).toContain('TL501');
  },
);

test('account and region that only Terraform knows', async () => {
  const config = lake(
    { inventories: { daily: { prefix: '/' } }, lakeFormationLocations: { all: { prefix: '/' } } },
    { storageLensEnabled: true },
  );
  const { json } = await synthModule('datalake', config, {
    environment: { account: 'default', region: 'default' },
  });
  const known = await synthModule('datalake', config);
  for (const type of Object.keys(known.json.resource ?? {})) {
    expect(Object.keys(resources(json, type))).toEqual(Object.keys(resources(known.json, type)));
  }
  expect(resource(json, 'aws_kms_key').policy).toContain(
    'arn:${data.aws_partition.current.partition}:iam::${data.aws_caller_identity.current.account_id}:root',
  );
  expect(resource(json, 'aws_s3_bucket').bucket).toBe(`${prefix}-raw`);
});

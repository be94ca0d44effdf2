import { policy, resource, resources, statement, synthModule } from '../../support/synth';
import { inCatalog, prefix, roleArn, withPolicy } from './catalog';

async function synth(config: unknown, setting = {}) {
  return (await synthModule('glue-catalog', config, setting)).json;
}

const own = '111111111111';
const other = '222222222222';

test('catalog and connection passwords are encrypted with the one key', async () => {
  const { data_catalog_encryption_settings: settings } = resource(
    await synth({}),
    'aws_glue_data_catalog_encryption_settings',
  );
  const key = '${aws_kms_key.test-module__key.arn}';
  expect(settings).toEqual({
    encryption_at_rest: { catalog_encryption_mode: 'SSE-KMS', sse_aws_kms_key_id: key },
    connection_password_encryption: { return_connection_password_encrypted: true, aws_kms_key_id: key },
  });
});

test('alone, the catalog has no policy, no shares and no catalogs of others', async () => {
  const json = await synth({});
  for (const type of ['aws_glue_resource_policy', 'aws_ram_resource_share', 'aws_athena_data_catalog']) {
    expect(resources(json, type)).toEqual({});
  }
  expect(resource(json, 'aws_kms_key').lifecycle).toEqual({ prevent_destroy: true });
});

test('principals of an account use the key through Glue and DataZone only', async () => {
  const { policy: text } = resource(await synth({}), 'aws_kms_key');
  expect(statement(text, 'OwnAccount')).toMatchObject({
    Principal: '*',
    Condition: {
      StringEquals: {
        'kms:CallerAccount': own,
        'kms:ViaService': ['glue.eu-west-1.amazonaws.com', 'datazone.eu-west-1.amazonaws.com'],
      },
    },
  });
});

test('accounts that read the catalog decrypt only, unless they are to use its key', async () => {
  const json = await synth({
    consumerAccounts: { reading: other, both: '333333333333' },
    kmsKeyConsumerAccounts: { both: '333333333333' },
  });
  const { policy: text } = resource(json, 'aws_kms_key');
  expect(statement(text, `Account${other}`).Action).toEqual(['kms:Decrypt', 'kms:DescribeKey']);
  expect(statement(text, 'Account333333333333').Action).toEqual(
    expect.arrayContaining(['kms:Encrypt', 'kms:CreateGrant']),
  );
});

test('writers write, but not to the default database; they read as readers do', async () => {
  const json = await synth(
    withPolicy({ readPrincipalArns: [roleArn('r')], writePrincipalArns: [roleArn('w')] }),
  );
  const { policy: text } = resource(json, 'aws_glue_resource_policy');
  expect(statement(text, 'SalesRead').Principal.AWS).toEqual([roleArn('r'), roleArn('w')]);
  const write = statement(text, 'SalesWrite');
  expect(write.Principal).toEqual({ AWS: roleArn('w') });
  expect(write.Resource).toEqual(['database/sales', 'table/sales/*', 'catalog'].map(inCatalog));
  expect((write.Action as string[]).filter((action) => /glue:(Get|List|\*)/.test(action))).toEqual([]);
  const { policy: key } = resource(json, 'aws_kms_key');
  expect(statement(key, 'Readers').Principal).toEqual({ AWS: roleArn('r') });
  expect(statement(key, 'WritersGrant').Condition).toEqual({ Bool: { 'kms:GrantIsForAWSResource': 'true' } });
});

test('resources are accepted as parts and as whole ARNs', async () => {
  const json = await synth(
    withPolicy({
      resources: [
        'database/a',
        inCatalog('database/b'),
        'arn:{{partition}}:glue:{{region}}:{{account}}:table/b/*',
        'ssm:/others/catalog/part',
      ],
      readPrincipalArns: [roleArn('r')],
    }),
  );
  const { Resource } = statement(resource(json, 'aws_glue_resource_policy').policy, 'SalesRead');
  expect(Resource.slice(0, 3)).toEqual(['database/a', 'database/b', 'table/b/*'].map(inCatalog));
  expect(Resource[3]).toMatch(/^\$\{data\.aws_ssm_parameter\./);
});

test('shares of Lake Formation pass the policy', async () => {
  const json = await synth({ consumerAccounts: { a: other } });
  const block = resource(json, 'aws_glue_resource_policy');
  expect(block.enable_hybrid).toBe('TRUE');
  expect(statement(block.policy, 'AllowRamSharing')).toMatchObject({
    Principal: { Service: 'ram.amazonaws.com' },
    Action: 'glue:ShareResource',
    Resource: ['catalog', 'database/*', 'table/*/*'].map(inCatalog),
  });
});

test('the own account is left out, and accounts named twice count once', async () => {
  const { json } = await synthModule('glue-catalog', {
    consumerAccounts: { here: own, there: other, again: other },
    kmsKeyConsumerAccounts: { there: other, here: own },
    producerAccounts: { here: own, there: other },
  });
  const sids = policy(resource(json, 'aws_kms_key').policy).Statement.map(({ Sid }) => Sid as string);
  expect(sids).toEqual(['Account', 'OwnAccount', `Account${other}`]);
  expect(Object.keys(resources(json, 'aws_athena_data_catalog'))).toEqual(['test-module__catalog__there']);
  expect(Object.keys(resources(json, 'aws_ram_principal_association'))).toEqual([
    `test-module__key-parameter__${other}`,
  ]);
});

test('the parameter of the key is shared with the accounts that use the key', async () => {
  const json = await synth({ kmsKeyConsumerAccounts: { a: other } });
  expect(resource(json, 'aws_ram_resource_share').name).toBe(`${prefix}-glue-catalog-kms-key-param`);
  expect(resource(json, 'aws_ram_resource_association').resource_arn).toBe(
    '${aws_ssm_parameter.test-module__glue-catalog-settings__catalog-kms-key.arn}',
  );
});

test('the catalog has one owner', async () => {
  const modules = { more: { module_path: 'glue-catalog' } };
  await expect(synth({}, { modules })).rejects.toMatchObject({
    diagnostics: expect.arrayContaining([expect.objectContaining({ code: 'TL403' })]),
  });
});

const found = async (config: unknown, setting = {}) =>
  synthModule('glue-catalog', config, setting).then(
    ({ diagnostics }) => diagnostics.map(({ code }) => code),
    ({ diagnostics }: { diagnostics: { code: string }[] }) => diagnostics.map(({ code }) => code),
  );
const readable = (resources: readonly string[]) =>
  withPolicy({ resources, readPrincipalArns: [roleArn('r')] });

test.each<[string, unknown, string]>([
  ['a policy for nobody', withPolicy({}), 'TL208'],
  ['a policy for nothing', readable([]), 'TL204'],
  ['no part of a catalog', readable(['sales']), 'TL204'],
  ['an ARN of another service', readable(['arn:aws:s3:::sales']), 'TL204'],
  ['an ARN of another account', readable([`arn:aws:glue:eu-west-1:${other}:database/x`]), 'TL204'],
  ['an ARN of another region', readable([`arn:aws:glue:us-east-1:${own}:database/x`]), 'TL204'],
  ['an account that is none', { consumerAccounts: { a: 'x' } }, 'TL204'],
  ['a name that Athena refuses', { producerAccounts: { 'a b': other } }, 'TL501'],
  ["the name of Athena's own catalog", { producerAccounts: { AwsDataCatalog: other } }, 'TL501'],
])('%s is a finding', async (_what, config, code) => {
  expect(await found(config)).toContain(code);
});

test('without a stated account nothing tells whether an account is the own one', async () => {
  const setting = { environment: { account: 'default', region: 'default' } };
  expect(await found({ producerAccounts: { a: other } }, setting)).toContain('TL207');
  expect(await found({}, setting)).not.toContain('TL207');
});

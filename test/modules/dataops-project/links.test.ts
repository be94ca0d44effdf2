import { resource, resources, synthModule } from '../../support/synth';
import { roleArn, withGrants } from './project';

const two = '222222222222';
const there = `arn:aws:iam::${two}:role/there`;
const config = (name?: string) =>
  withGrants({
    createCrossAccountResourceLinkAccounts: [two],
    ...(name !== undefined && { createCrossAccountResourceLinkName: name }),
    grants: {
      g: {
        principalArns: { here: roleArn('here'), there },
        principals: {
          told: { role: { name: 'told', arn: 'ssm:/told/arn' }, account: two },
          untold: { role: { name: 'untold', arn: 'ssm:/untold/arn' } },
        },
      },
    },
  });
const setting = {
  environment: { deployRoleArn: 'arn:{{partition}}:iam::{{account}}:role/deploy' },
  entry: { additional_accounts: [two] },
};
const provider = 'aws.account_222222222222_eu-west-1';

test('a link in another account is made there and points back here', async () => {
  const { json } = await synthModule('dataops-project', config(), setting);
  const database = resource(json, 'aws_glue_catalog_database', 'database__sales');
  const link = resource(json, 'aws_glue_catalog_database', 'link__sales__222222222222');
  expect(link).toMatchObject({
    name: database.name,
    provider,
    target_database: {
      catalog_id: '111111111111',
      database_name: '${aws_glue_catalog_database.test-module__database__sales.name}',
      region: 'eu-west-1',
    },
  });
  expect(database).not.toHaveProperty('provider');
});

test('its principals are those of the other account, and are granted there what they see', async () => {
  const { json } = await synthModule('dataops-project', config('sales_link'), setting);
  const grants = Object.values(resources(json, 'aws_lakeformation_permissions'));
  const onLink = grants.filter((grant) => JSON.stringify(grant.database ?? {}).includes('link__sales'));
  const told = '${data.aws_ssm_parameter.link__told__arn.insecure_value}';
  expect(
    onLink.map(({ principal, permissions, ...grant }) => [principal, permissions, grant.provider]),
  ).toEqual(
    expect.arrayContaining([
      [there, ['DESCRIBE'], provider],
      [told, ['DESCRIBE'], provider],
    ]),
  );
  expect(onLink).toHaveLength(2);
  const here = grants.filter((grant) => !onLink.includes(grant));
  expect(here.some((grant) => 'provider' in grant)).toBe(false);
});

test.each([
  ['an account that is not among the additional ones', { ...setting, entry: {} }],
  [
    'an additional account in another region only',
    { ...setting, entry: { additional_stacks: [{ account: two, region: 'us-east-1' }] } },
  ],
  ['an additional account without a role', { entry: setting.entry }],
])('refused: %s', async (_what, wrong) => {
  await expect(synthModule('dataops-project', config(), wrong)).rejects.toMatchObject({
    diagnostics: expect.arrayContaining([expect.objectContaining({ code: 'TL410', severity: 'error' })]),
  });
});

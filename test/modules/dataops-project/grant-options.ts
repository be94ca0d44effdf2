import type { OptionCase } from '../../support/options';
import { resource, resources, type StackJson } from '../../support/synth';
import { roleArn, withDatabase, withGrants } from './project';

const provider = 'arn:aws:iam::111111111111:saml-provider/idp';
const lf = 'databases.*.lakeFormation';
const vocabulary = { lakeFormation: { lfTags: [{ tagKey: 'Level', tagValues: ['Public', 'secret'] }] } };

/** A grant on the database `sales`, by its key. */
function granted(json: StackJson, key: string): Record<string, any> {
  return resource(json, 'aws_lakeformation_permissions', `database__sales__${key}`);
}

const read = { database: ['DESCRIBE'], tables: ['SELECT', 'DESCRIBE'] };
const write = {
  database: [...read.database, 'CREATE_TABLE', 'ALTER'],
  tables: [...read.tables, 'INSERT', 'DELETE'],
};
const all = { database: [...write.database, 'DROP'], tables: [...write.tables, 'ALTER', 'DROP'] };

function expectGrants(json: StackJson, who: string, permissions: typeof read): void {
  const name = '${aws_glue_catalog_database.test-module__database__sales.name}';
  const principal = roleArn(who);
  expect(granted(json, `${who}__database`)).toMatchObject({
    principal,
    permissions: permissions.database,
    database: { name },
  });
  expect(granted(json, `${who}__tables`)).toMatchObject({
    principal,
    permissions: permissions.tables,
    table: { database_name: name, wildcard: true },
  });
}

const analyst = (added: Record<string, unknown>) =>
  withGrants({ grants: { g: { principalArns: { analyst: roleArn('analyst') }, ...added } } });
const federated = (principal: Record<string, unknown>) =>
  withGrants({
    grants: { g: { principals: { people: { federationProviderArn: provider, ...principal } } } },
  });
const tagged = (added: Record<string, unknown> = {}) =>
  withGrants(
    {
      tagBasedGrants: {
        g: {
          principalArns: { analyst: roleArn('analyst') },
          permissions: ['SELECT', 'DESCRIBE'],
          lfTagExpression: { Level: ['secret', 'Public'] },
          ...added,
        },
      },
    },
    vocabulary,
  );
const byTags = (json: StackJson) => resource(json, 'aws_lakeformation_permissions');

/** Cases for the options of Lake Formation. */
export const grantOptions: Readonly<Record<string, OptionCase>> = {
  [`${lf} ${lf}.createSuperGrantsForDataAdminRoles`]: {
    config: withGrants({ createSuperGrantsForDataAdminRoles: true }),
    expect: (json) => expectGrants(json, 'admin', all),
  },
  [`${lf}.createReadGrantsForDataEngineerRoles`]: {
    config: withGrants({ createReadGrantsForDataEngineerRoles: true }),
    expect: (json) => expectGrants(json, 'engineer', read),
  },
  [`${lf}.createReadWriteGrantsForProjectExecutionRoles`]: {
    config: withDatabase({
      locationPrefix: 'data/sales',
      lakeFormation: { createReadWriteGrantsForProjectExecutionRoles: true },
    }),
    expect: (json) => {
      expectGrants(json, 'etl', write);
      expect(granted(json, 'etl__location')).toMatchObject({
        permissions: ['DATA_LOCATION_ACCESS'],
        data_location: { arn: '${aws_lakeformation_resource.test-module__data.arn}/sales' },
      });
    },
  },
  [`${lf}.locationRegistered`]: {
    config: withDatabase({
      locationBucketName: 'lake',
      locationPrefix: 'sales/',
      lakeFormation: { createReadWriteGrantsForProjectExecutionRoles: true, locationRegistered: true },
    }),
    expect: (json) =>
      expect(granted(json, 'etl__location').data_location).toEqual({ arn: 'arn:aws:s3:::lake/sales' }),
  },
  [`${lf}.grants ${lf}.grants.*.principalArns`]: {
    config: analyst({}),
    expect: (json) => expectGrants(json, 'analyst', read),
  },
  [`${lf}.grants.*.databasePermissions`]: {
    config: analyst({ databasePermissions: 'write' }),
    expect: (json) => expectGrants(json, 'analyst', { ...read, database: write.database }),
  },
  [`${lf}.grants.*.tablePermissions`]: {
    config: analyst({ tablePermissions: 'super' }),
    expect: (json) => expectGrants(json, 'analyst', { ...read, tables: all.tables }),
  },
  [`${lf}.grants.*.tables`]: {
    config: analyst({ tables: ['orders'] }),
    expect: (json) => {
      expect(Object.keys(resources(json, 'aws_lakeformation_permissions'))).toHaveLength(2);
      expect(granted(json, 'analyst__table__orders')).toMatchObject({
        permissions: read.tables,
        table_with_columns: { name: 'orders', wildcard: true },
      });
    },
  },
  [`${lf}.grants.*.principals ${lf}.grants.*.principals.*.role`]: {
    config: withGrants({ grants: { g: { principals: { them: { role: { arn: roleArn('analyst') } } } } } }),
    expect: (json) => expectGrants(json, 'analyst', read),
  },
  [`${lf}.grants.*.principals.*.federationProviderArn ${lf}.grants.*.principals.*.federatedGroup`]: {
    config: federated({ federatedGroup: 'analysts' }),
    expect: (json) => expect(granted(json, 'people__database').principal).toBe(`${provider}:group/analysts`),
  },
  [`${lf}.grants.*.principals.*.federatedUser`]: {
    config: federated({ federatedUser: 'ann' }),
    expect: (json) => expect(granted(json, 'people__database').principal).toBe(`${provider}:user/ann`),
  },
  [`${lf}.grants.*.principals.*.account`]: {
    config: withGrants({
      createCrossAccountResourceLinkAccounts: ['111111111111'],
      createCrossAccountResourceLinkName: 'sales_link',
      grants: {
        g: {
          principals: {
            here: { role: { arn: roleArn('analyst') } },
            there: { role: { name: 'guest', arn: 'ssm:/guest/arn' }, account: '222222222222' },
          },
        },
      },
    }),
    expect: (json) => {
      const onLink = Object.values(resources(json, 'aws_lakeformation_permissions')).filter(({ database }) =>
        database?.name.includes('__link__'),
      );
      expect(onLink.map(({ principal }) => principal)).toEqual([roleArn('analyst')]);
    },
  },
  [`${lf}.createCrossAccountResourceLinkAccounts`]: {
    config: withGrants({ createCrossAccountResourceLinkAccounts: ['222222222222'] }),
    code: 'TL410',
  },
  [`${lf}.createCrossAccountResourceLinkName`]: {
    config: withGrants({
      createCrossAccountResourceLinkAccounts: ['111111111111'],
      createCrossAccountResourceLinkName: 'sales_link',
    }),
    expect: (json) =>
      expect(resource(json, 'aws_glue_catalog_database', 'link__sales')).toMatchObject({
        name: 'sales_link',
        target_database: {
          catalog_id: '111111111111',
          database_name: '${aws_glue_catalog_database.test-module__database__sales.name}',
        },
      }),
  },
  [`${lf}.databaseTagValues ${lf}.databaseTagValues[].tagKey ${lf}.databaseTagValues[].tagValues`]: {
    config: withGrants({ databaseTagValues: [{ tagKey: 'Level', tagValues: ['Public'] }] }, vocabulary),
    expect: (json) =>
      expect(resource(json, 'aws_lakeformation_resource_lf_tags')).toMatchObject({
        database: { name: '${aws_glue_catalog_database.test-module__database__sales.name}' },
        lf_tag: [{ key: '${aws_lakeformation_lf_tag.test-module__lf-tag__level.key}', value: 'public' }],
      }),
  },
  [`${lf}.databaseTagValues[].catalogId`]: {
    config: withGrants({
      databaseTagValues: [{ tagKey: 'theirs', tagValues: ['x'], catalogId: '222222222222' }],
    }),
    expect: (json) =>
      expect(resource(json, 'aws_lakeformation_resource_lf_tags').lf_tag).toEqual([
        { key: 'theirs', value: 'x', catalog_id: '222222222222' },
      ]),
  },
  [[
    `${lf}.tagBasedGrants`,
    ...['principalArns', 'permissions', 'lfTagExpression'].map(
      (option) => `${lf}.tagBasedGrants.*.${option}`,
    ),
  ].join(' ')]: {
    config: tagged(),
    expect: (json) =>
      expect(byTags(json)).toMatchObject({
        principal: roleArn('analyst'),
        permissions: ['SELECT', 'DESCRIBE'],
        lf_tag_policy: {
          resource_type: 'TABLE',
          expression: [
            {
              key: '${aws_lakeformation_lf_tag.test-module__lf-tag__level.key}',
              values: ['public', 'secret'],
            },
          ],
        },
      }),
  },
  [`${lf}.tagBasedGrants.*.permissionsWithGrantOption`]: {
    config: tagged({ permissionsWithGrantOption: ['SELECT'] }),
    expect: (json) => expect(byTags(json).permissions_with_grant_option).toEqual(['SELECT']),
  },
  [`${lf}.tagBasedGrants.*.resourceType`]: {
    config: tagged({ resourceType: 'DATABASE', permissions: ['ALL'] }),
    expect: (json) => {
      expect(byTags(json).lf_tag_policy.resource_type).toBe('DATABASE');
      expect(byTags(json).permissions).toEqual(['DESCRIBE', 'CREATE_TABLE', 'ALTER', 'DROP']);
    },
  },
  'lakeFormation lakeFormation.lfTags lakeFormation.lfTags[].tagKey lakeFormation.lfTags[].tagValues': {
    config: withDatabase({}, vocabulary),
    expect: (json) =>
      expect(resource(json, 'aws_lakeformation_lf_tag')).toMatchObject({
        key: 'level',
        values: ['public', 'secret'],
      }),
  },
  'lakeFormation.lfTags[].catalogId': {
    config: withDatabase(
      {},
      { lakeFormation: { lfTags: [{ tagKey: 'x', tagValues: ['y'], catalogId: '111111111111' }] } },
    ),
    expect: (json) => expect(resource(json, 'aws_lakeformation_lf_tag').catalog_id).toBe('111111111111'),
  },
};

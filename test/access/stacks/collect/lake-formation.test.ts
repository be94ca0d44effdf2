import { modelOfStacks } from '../../../../access/stacks/model';
import { stack } from '../stacks';

test.each<[string, object, object]>([
  ['a database', { database: { name: 'd' } }, { kind: 'database', database: 'd' }],
  [
    'all tables',
    { table: { database_name: 'd', wildcard: true } },
    { kind: 'table', database: 'd', table: '*' },
  ],
  ['a table', { table: { database_name: 'd', name: 't' } }, { kind: 'table', database: 'd', table: 't' }],
  [
    'columns',
    { table_with_columns: [{ database_name: 'd', name: 't', column_names: ['c'] }] },
    { kind: 'table', database: 'd', table: 't', columns: ['c'] },
  ],
  ['a location', { data_location: { arn: 'arn:x' } }, { kind: 'location', arn: 'arn:x' }],
  [
    'tags',
    { lf_tag_policy: { resource_type: 'TABLE', expression: [{ key: 'k', values: ['v'] }] } },
    { kind: 'lf-tag policy', resourceType: 'TABLE', expression: [{ key: 'k', values: ['v'] }] },
  ],
  ['the catalog', { catalog_resource: true }, { kind: 'catalog' }],
])('a grant on %s', (_name, on, expected) => {
  const [lakeFormation] = modelOfStacks([
    stack({ aws_lakeformation_permissions: { g: { principal: 'arn:p', permissions: ['ALL'], ...on } } }),
  ]).lakeFormation;
  expect(lakeFormation?.grants.map((grant) => grant.on)).toEqual([expected]);
});

test('Lake Formation of an account has its settings, locations and tags', () => {
  const admins = ['arn:aws:iam::111111111111:role/one'];
  const settings = stack({
    aws_lakeformation_data_lake_settings: {
      s: {
        admins,
        create_table_default_permissions: [{ principal: 'IAM_ALLOWED_PRINCIPALS', permissions: ['ALL'] }],
      },
    },
  });
  const lake = stack(
    {
      aws_lakeformation_resource: { l: { arn: 'arn:aws:s3:::lake', role_arn: admins[0] } },
      aws_lakeformation_resource_lf_tags: {
        d: { database: { name: 'sales' }, lf_tag: [{ key: 'area', value: 'a' }] },
        t: { table: { database_name: 'sales', name: 'orders' }, lf_tag: [{ key: 'area', value: 'b' }] },
      },
    },
    { id: 'lake' },
  );
  const [found, ...others] = modelOfStacks([settings, lake]).lakeFormation;
  expect(others).toEqual([]);
  expect(found).toMatchObject({
    administrators: admins,
    databaseDefaults: [],
    tableDefaults: [{ principal: 'IAM_ALLOWED_PRINCIPALS', permissions: ['ALL'] }],
    locations: [{ arn: 'arn:aws:s3:::lake', roleArn: admins[0], hybrid: false }],
    tags: [
      { database: 'sales', table: undefined, key: 'area', value: 'a' },
      { database: 'sales', table: 'orders', key: 'area', value: 'b' },
    ],
    origin: { stack: 'lake-dev' },
  });
});

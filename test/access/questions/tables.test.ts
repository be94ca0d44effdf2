import type { LakeFormation } from '../../../access/model/model';
import { ask } from '../../../access/questions/ask';
import { whoIs } from '../../../access/questions/who';
import { account, allow, bucket, database, indexOver, lakeFormation, role } from './estate';
import { locks } from './locks';

describe('tables', () => {
  const user = role('user', allow(['glue:Get*', 's3:GetObject', 'lakeformation:GetDataAccess']));
  const table = `arn:aws:glue:eu-west-1:${account}:table/sales/orders`;
  const granted = (permissions: string[], on: LakeFormation['grants'][number]['on']) => ({
    principal: user.arn,
    permissions,
    grantable: [],
    on,
    origin: undefined,
  });
  const select = granted(['SELECT'], { kind: 'table', database: 'sales', table: '*' });
  const outcome = (lf: LakeFormation[], action = 'data:Read', arn = table, who = whoIs(user)) =>
    ask(indexOver([user], [database('sales', 's3://lake/sales/'), bucket('lake')], lf), who, action, arn)
      .outcome;

  test('need IAM and the grant', () => {
    expect(outcome([lakeFormation()])).toBe('denied');
    expect(outcome([lakeFormation({ grants: [select] })])).toBe('allowed');
    const bare = whoIs(role('bare', allow('s3:GetObject')));
    expect(
      outcome(
        [lakeFormation({ grants: [{ ...select, principal: 'IAM_ALLOWED_PRINCIPALS' }] })],
        'data:Read',
        table,
        bare,
      ),
    ).toBe('denied');
  });

  test.each<[string, LakeFormation['grants'][number], 'allowed' | 'denied']>([
    ['all permissions', granted(['ALL'], { kind: 'table', database: 'sales', table: 'orders' }), 'allowed'],
    ['another table', granted(['SELECT'], { kind: 'table', database: 'sales', table: 'other' }), 'denied'],
    ['another database', granted(['SELECT'], { kind: 'table', database: 'other', table: '*' }), 'denied'],
    ['everyone in IAM', { ...select, principal: 'IAM_ALLOWED_PRINCIPALS' }, 'allowed'],
    ['somebody else', { ...select, principal: 'arn:aws:iam::111111111111:role/else' }, 'denied'],
    [
      'a tag of the database',
      granted(['SELECT'], {
        kind: 'lf-tag policy',
        resourceType: 'TABLE',
        expression: [{ key: 'area', values: ['x', 'sales'] }],
      }),
      'allowed',
    ],
    [
      'a tag that the database lacks',
      granted(['SELECT'], {
        kind: 'lf-tag policy',
        resourceType: 'TABLE',
        expression: [{ key: 'area', values: ['x'] }],
      }),
      'denied',
    ],
  ])('a grant for %s', (_name, grant, expected) => {
    const tags = [{ database: 'sales', table: undefined, key: 'area', value: 'sales' }];
    expect(outcome([lakeFormation({ grants: [grant], tags })], 'lakeformation:SELECT')).toBe(expected);
  });

  test('an administrator of Lake Formation sees the catalog, not the rows', () => {
    const lf = lakeFormation({ administrators: [user.arn] });
    expect(outcome([lf], 'glue:GetTable')).toBe('allowed');
    expect(outcome([lf])).toBe('denied');
  });

  test('whoever may make tables owns those that nobody else makes', () => {
    const creator = granted(['CREATE_TABLE'], { kind: 'database', database: 'sales' });
    expect(outcome([lakeFormation({ grants: [creator] })], 'lakeformation:ALTER')).toBe('allowed');
  });

  test('new tables may be left to IAM', () => {
    const defaults = [{ principal: 'IAM_ALLOWED_PRINCIPALS', permissions: ['ALL'] }];
    expect(outcome([lakeFormation({ tableDefaults: defaults })])).toBe('allowed');
  });

  test('without settings of the platform, those of the account decide', () => {
    expect(outcome([lakeFormation({ origin: undefined })])).toBe('unknown');
  });

  test('of a registered location are read with its role, of others by the caller', () => {
    const reader = role('lf', allow('s3:GetObject'));
    const location = {
      arn: 'arn:aws:s3:::lake/sales',
      roleArn: reader.arn,
      hybrid: false,
      origin: undefined,
    };
    const lf = (roleArn: string) =>
      lakeFormation({ grants: [select], locations: [{ ...location, roleArn }] });
    const noFiles = role('user', allow(['glue:Get*', 'lakeformation:GetDataAccess']));
    const ask1 = (...all: LakeFormation[]) =>
      ask(
        indexOver(
          [noFiles, reader, role('idle')],
          [database('sales', 's3://lake/sales/'), bucket('lake')],
          all,
        ),
        whoIs(noFiles),
        'data:Read',
        table,
      ).outcome;
    expect(ask1(lakeFormation({ grants: [select] }))).toBe('denied');
    expect(ask1(lf(reader.arn))).toBe('allowed');
    expect(ask1(lf('arn:aws:iam::111111111111:role/idle'))).toBe('denied');
    expect(ask1(lf('arn:aws:iam::111111111111:role/not-here'))).toBe('unknown');
  });

  test('only tables have rows', () => {
    expect(
      outcome(
        [lakeFormation({ grants: [select] })],
        'data:Read',
        `arn:aws:glue:eu-west-1:${account}:database/sales`,
      ),
    ).toBe('denied');
  });

  test('IAM is asked on the catalog, the database and the table', () => {
    const only = role('only', allow('glue:GetTable', table));
    const index = indexOver(
      [only],
      [database('sales')],
      [lakeFormation({ grants: [{ ...select, principal: only.arn }] })],
    );
    expect(locks(index, whoIs(only), 'glue:GetTable', table)).toEqual([
      'denied',
      'permission denied',
      'permission denied',
      'permission allowed',
      'Lake Formation allowed',
    ]);
  });
});

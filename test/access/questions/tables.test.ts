import type { LakeFormation } from '../../../access/model/model';
import { ask } from '../../../access/questions/ask';
import type { LockOutcome } from '../../../access/questions/lock';
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

  test.each<[string, LakeFormation['grants'][number], LockOutcome]>([
    ['all permissions', granted(['ALL'], { kind: 'table', database: 'sales', table: 'orders' }), 'allowed'],
    ['another table', granted(['SELECT'], { kind: 'table', database: 'sales', table: 'other' }), 'denied'],
    ['another database', granted(['SELECT'], { kind: 'table', database: 'other', table: '*' }), 'denied'],
    ['everyone in IAM', { ...select, principal: 'IAM_ALLOWED_PRINCIPALS' }, 'allowed'],
    ['everyone of the account', { ...select, principal: `${account}:IAMPrincipals` }, 'allowed'],
    ['everyone of another', { ...select, principal: '222222222222:IAMPrincipals' }, 'denied'],
    ['the account, whose administrators decide', { ...select, principal: account }, 'unknown'],
    [
      'an organization, whose administrators decide',
      { ...select, principal: 'arn:aws:organizations::1:organization/o-1' },
      'unknown',
    ],
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

  test('whose database says no location: where the files are is not known', () => {
    const index = indexOver([user], [database('sales')], [lakeFormation({ grants: [select] })]);
    expect(locks(index, whoIs(user), 'data:Read', table).slice(-1)).toEqual(['data unknown']);
  });

  test('in a bucket that is not known are a matter of its policy', () => {
    const sales = database('sales', 's3://elsewhere/sales/');
    const index = indexOver([user], [sales], [lakeFormation({ grants: [select] })]);
    expect(ask(index, whoIs(user), 'data:Read', table).outcome).toBe('unknown');
  });

  test('are written without changing the catalog', () => {
    const writer = role('writer', allow(['glue:GetTable', 's3:PutObject']));
    const grant = {
      ...granted(['SELECT', 'INSERT'], { kind: 'table', database: 'sales', table: '*' }),
      principal: writer.arn,
    };
    const write = (...grants: LakeFormation['grants'][number][]) =>
      ask(
        indexOver(
          [writer],
          [database('sales', 's3://lake/sales/'), bucket('lake')],
          [lakeFormation({ grants })],
        ),
        whoIs(writer),
        'data:Write',
        table,
      ).outcome;
    expect(write(grant)).toBe('allowed');
    expect(write({ ...grant, permissions: ['SELECT'] })).toBe('denied');
  });

  test('of a region have nothing of those of the same name in another', () => {
    const other = database('sales', 's3://other/sales/');
    const elsewhere = { ...other, region: 'us-east-1', arn: other.arn.replace('eu-west-1', 'us-east-1') };
    const here = database('sales', 's3://lake/sales/');
    const index = indexOver([user], [here, elsewhere, bucket('lake')], [lakeFormation({ grants: [select] })]);
    expect(ask(index, whoIs(user), 'data:Read', table).outcome).toBe('allowed');
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

describe('to grant others', () => {
  const steward = role('steward', allow('lakeformation:GrantPermissions'));
  const tables = `arn:aws:glue:eu-west-1:${account}:table/sales/*`;
  const grant = (more: Partial<LakeFormation['grants'][number]>): LakeFormation => {
    const on = { kind: 'database', database: 'sales' } as const;
    const plain = { principal: steward.arn, permissions: ['ALTER'], grantable: ['ALTER'], on };
    return lakeFormation({ grants: [{ ...plain, origin: undefined, ...more }] });
  };
  const byTag = {
    kind: 'lf-tag policy',
    resourceType: 'TABLE',
    expression: [{ key: 'area', values: ['sales'] }],
  } as const;
  const tagged = [{ database: 'sales', table: undefined, key: 'area', value: 'sales' }];

  test.each<[string, LakeFormation, LockOutcome]>([
    ['nothing', lakeFormation(), 'denied'],
    ['to be an administrator', lakeFormation({ administrators: [steward.arn] }), 'allowed'],
    ['a grant with the option', grant({}), 'allowed'],
    ['a grant on one table', grant({ on: { kind: 'table', database: 'sales', table: 'one' } }), 'allowed'],
    ['a grant by tags', { ...grant({ on: byTag }), tags: tagged }, 'allowed'],
    ['a grant by tags that are not there', grant({ on: byTag }), 'denied'],
    ['a grant without the option', grant({ grantable: [] }), 'denied'],
    ['a grant on another database', grant({ on: { kind: 'database', database: 'other' } }), 'denied'],
    ['a grant to the account', grant({ principal: account }), 'unknown'],
    ['settings that are not known', lakeFormation({ origin: undefined }), 'unknown'],
  ])('%s', (_name, lf, expected) => {
    const index = indexOver([steward], [database('sales')], [lf]);
    expect(ask(index, whoIs(steward), 'lakeformation:GrantPermissions', tables).outcome).toBe(expected);
  });
});

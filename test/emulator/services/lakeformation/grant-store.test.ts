import type { Grant } from '../../../../emulator/services/lakeformation/grant';
import { GrantStore } from '../../../../emulator/services/lakeformation/grant-store';

const place = { account: '111111111111', region: 'us-east-1' };
const catalog = place.account;

function grant(resource: Record<string, unknown>, permissions: string[], principal = 'role'): Grant {
  return {
    Principal: { DataLakePrincipalIdentifier: principal },
    Resource: resource,
    Permissions: permissions,
    PermissionsWithGrantOption: [],
  };
}

const allTables = { Table: { DatabaseName: 'db', TableWildcard: {} } };
const oneTable = { Table: { DatabaseName: 'db', Name: 't' } };

test('SELECT on a table is listed as a grant on its columns', () => {
  const store = new GrantStore();
  store.grant(place, catalog, grant(oneTable, ['SELECT', 'DESCRIBE']));
  const listed = store.list(place, catalog, { resource: oneTable });
  expect(listed.map(({ Resource, Permissions }) => [Object.keys(Resource)[0], Permissions])).toEqual([
    ['Table', ['DESCRIBE']],
    ['TableWithColumns', ['SELECT']],
  ]);
});

test('a wildcard and a table beside it are kept apart', () => {
  const store = new GrantStore();
  store.grant(place, catalog, grant(allTables, ['DESCRIBE']));
  store.grant(place, catalog, grant(oneTable, ['ALTER']));
  expect(store.list(place, catalog, { resource: allTables })).toMatchObject([{ Permissions: ['DESCRIBE'] }]);
  expect(store.list(place, catalog, { resource: oneTable })).toMatchObject([{ Permissions: ['ALTER'] }]);
});

test('ALL is spelled out', () => {
  const store = new GrantStore();
  store.grant(place, catalog, grant({ Database: { Name: 'db' } }, ['ALL']));
  const [listed] = store.list(place, catalog, { resource: { Database: { Name: 'db' } } });
  expect(listed?.Permissions).toEqual(['ALL', 'ALTER', 'CREATE_TABLE', 'DESCRIBE', 'DROP']);
});

test('grants add up, and what is revoked is gone', () => {
  const store = new GrantStore();
  store.grant(place, catalog, grant(oneTable, ['ALTER']));
  store.grant(place, catalog, grant(oneTable, ['DROP']));
  store.revoke(place, catalog, grant(oneTable, ['ALTER']));
  expect(store.list(place, catalog, {})).toMatchObject([{ Permissions: ['DROP'] }]);
  store.revoke(place, catalog, grant(oneTable, ['DROP']));
  expect(store.all()).toEqual([]);
});

test('there must be something to revoke', () => {
  const store = new GrantStore();
  expect(() => store.revoke(place, catalog, grant(oneTable, ['DROP']))).toThrow(/^No permissions revoked/);
});

test('the order of tag values does not matter', () => {
  const store = new GrantStore();
  const by = (values: string[]): Record<string, unknown> => ({
    LFTagPolicy: { ResourceType: 'TABLE', Expression: [{ TagKey: 'k', TagValues: values }] },
  });
  store.grant(place, catalog, grant(by(['a', 'b']), ['SELECT']));
  expect(store.list(place, catalog, { resource: by(['b', 'a']) })).toHaveLength(1);
});

test('accounts and regions do not see each other', () => {
  const store = new GrantStore();
  store.grant(place, catalog, grant(oneTable, ['ALTER']));
  expect(store.list({ ...place, region: 'eu-west-1' }, catalog, {})).toEqual([]);
  expect(store.list(place, '222222222222', {})).toEqual([]);
});

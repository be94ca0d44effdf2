import { MotoClient } from '../../../emulator/proxy/moto-client';
import { startSandbox, type Sandbox } from '../../../emulator/sandbox';
import { gateway, home, makeRole } from '../client';

let sandbox: Sandbox;
let principal: string;
const name = { DatabaseName: 'sales', TableName: 'orders', Name: 'eu_only' };

beforeAll(async () => {
  sandbox = await startSandbox();
  principal = await makeRole(sandbox, 'reader', {});
  const glue = (operation: string, body: object) =>
    gateway(sandbox).json(home(sandbox), 'glue', `AWSGlue.${operation}`, { ...body });
  await glue('CreateDatabase', { DatabaseInput: { Name: 'sales' } });
  const Columns = [
    { Name: 'id', Type: 'bigint' },
    { Name: 'region', Type: 'string' },
  ];
  await glue('CreateTable', {
    DatabaseName: 'sales',
    TableInput: { Name: 'orders', StorageDescriptor: { Columns } },
  });
});
afterAll(() => sandbox.stop());

type Body = Record<string, unknown>;
const call = async (operation: string, body: Body): Promise<Body> =>
  JSON.parse(
    (await gateway(sandbox).get(home(sandbox), 'lakeformation', `/${operation}`, 'POST', body)) || '{}',
  ) as Body;
const rows = { RowFilter: { FilterExpression: "region = 'EU'" }, ColumnWildcard: {} };

test('lakeformation-filters: one lives, and a grant needs it', async () => {
  const TableData = { ...name, ...rows };
  const grant = {
    Principal: { DataLakePrincipalIdentifier: principal },
    Resource: { DataCellsFilter: { ...name, TableCatalogId: sandbox.account } },
    Permissions: ['SELECT'],
  };
  await expect(call('GrantPermissions', grant)).rejects.toMatchObject({ code: 'EntityNotFoundException' });
  await call('CreateDataCellsFilter', { TableData });
  await expect(call('CreateDataCellsFilter', { TableData })).rejects.toMatchObject({
    code: 'AlreadyExistsException',
  });
  await call('GrantPermissions', grant);
  const ColumnNames = ['id'];
  await call('UpdateDataCellsFilter', {
    TableData: { ...name, ColumnNames, RowFilter: { AllRowsWildcard: {} } },
  });
  const { DataCellsFilter } = await call('GetDataCellsFilter', name);
  expect(DataCellsFilter).toMatchObject({ ...name, ColumnNames, VersionId: '2' });
  expect(DataCellsFilter).not.toHaveProperty('ColumnWildcard');
  const of = async (table: string) =>
    (await call('ListDataCellsFilter', { Table: { DatabaseName: 'sales', Name: table } }))[
      'DataCellsFilters'
    ];
  expect(await of('orders')).toHaveLength(1);
  expect(await of('others')).toEqual([]);
  expect(sandbox.held().map(({ type }) => type)).toContain('data cells filter');
  await call('DeleteDataCellsFilter', name);
  await expect(call('GetDataCellsFilter', name)).rejects.toMatchObject({ code: 'EntityNotFoundException' });
});

test.each([
  ['a table that does not exist', { ...rows, TableName: 'none' }, 'EntityNotFoundException'],
  ['a column that does not exist', { ...rows, ColumnWildcard: undefined, ColumnNames: ['x'] }],
  ['columns both named and all', { ...rows, ColumnNames: ['id'] }],
  ['no columns', { ...rows, ColumnWildcard: undefined }],
  ['no rows', { ...rows, RowFilter: {} }],
])('lakeformation-filters: %s is refused', async (_what, data, code = 'InvalidInputException') => {
  const create = call('CreateDataCellsFilter', { TableData: { ...name, ...data } });
  await expect(create).rejects.toMatchObject({ code });
});

test('ram-foreign-shares: what is granted to another account is shared with it', async () => {
  const shares = async (account: string) =>
    JSON.parse(
      await new MotoClient(Number(new URL(sandbox.proxyUrl).port)).get(
        { ...home(sandbox), account },
        'ram',
        '/getresourceshares',
        'POST',
        { resourceOwner: 'OTHER-ACCOUNTS' },
      ),
    ) as { resourceShares: Body[] };
  expect((await shares('222222222222')).resourceShares).toEqual([]);
  await call('GrantPermissions', {
    Principal: { DataLakePrincipalIdentifier: 'arn:aws:iam::222222222222:role/reader' },
    Resource: { Database: { Name: 'sales' } },
    Permissions: ['DESCRIBE'],
  });
  const { resourceShares } = await shares('222222222222');
  expect(resourceShares).toMatchObject([{ owningAccountId: sandbox.account, status: 'ACTIVE' }]);
  expect(String(resourceShares[0]?.['name'])).toMatch(/^LakeFormation-/);
  expect((await shares('333333333333')).resourceShares).toEqual([]);
});

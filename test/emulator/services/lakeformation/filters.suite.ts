import type { Sandbox } from '../../../../emulator/sandbox';
import { makeRole, operations, posts } from '../../client';

/** Data cells filters. */
export function filtersSuite(sandbox: () => Sandbox): void {
  let principal: string;

  const name = { DatabaseName: 'sales', TableName: 'orders', Name: 'eu_only' };

  beforeAll(async () => {
    principal = await makeRole(sandbox(), 'reader', {});
    const glue = operations(sandbox, 'glue', 'AWSGlue');
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

  const call = posts(sandbox, 'lakeformation');

  const rows = { RowFilter: { FilterExpression: "region = 'EU'" }, ColumnWildcard: {} };

  test('lakeformation-filters: one lives, and a grant needs it', async () => {
    const TableData = { ...name, ...rows };
    const grant = {
      Principal: { DataLakePrincipalIdentifier: principal },
      Resource: { DataCellsFilter: { ...name, TableCatalogId: sandbox().account } },
      Permissions: ['SELECT'],
    };
    await expect(call('/GrantPermissions', grant)).rejects.toMatchObject({ code: 'EntityNotFoundException' });
    await call('/CreateDataCellsFilter', { TableData });
    await expect(call('/CreateDataCellsFilter', { TableData })).rejects.toMatchObject({
      code: 'AlreadyExistsException',
    });
    await call('/GrantPermissions', grant);
    const ColumnNames = ['id'];
    await call('/UpdateDataCellsFilter', {
      TableData: { ...name, ColumnNames, RowFilter: { AllRowsWildcard: {} } },
    });
    const { DataCellsFilter } = await call('/GetDataCellsFilter', name);
    expect(DataCellsFilter).toMatchObject({ ...name, ColumnNames, VersionId: '2' });
    expect(DataCellsFilter).not.toHaveProperty('ColumnWildcard');
    const of = async (table: string) =>
      (await call('/ListDataCellsFilter', { Table: { DatabaseName: 'sales', Name: table } }))[
        'DataCellsFilters'
      ];
    expect(await of('orders')).toHaveLength(1);
    expect(await of('others')).toEqual([]);
    expect(
      sandbox()
        .held()
        .map(({ type }) => type),
    ).toContain('data cells filter');
    await call('/DeleteDataCellsFilter', name);
    await expect(call('/GetDataCellsFilter', name)).rejects.toMatchObject({
      code: 'EntityNotFoundException',
    });
  });

  test.each([
    ['a table that does not exist', { ...rows, TableName: 'none' }, 'EntityNotFoundException'],
    ['a column that does not exist', { ...rows, ColumnWildcard: undefined, ColumnNames: ['x'] }],
    ['columns both named and all', { ...rows, ColumnNames: ['id'] }],
    ['no columns', { ...rows, ColumnWildcard: undefined }],
    ['no rows', { ...rows, RowFilter: {} }],
  ])('lakeformation-filters: %s is refused', async (_what, data, code = 'InvalidInputException') => {
    const create = call('/CreateDataCellsFilter', { TableData: { ...name, ...data } });
    await expect(create).rejects.toMatchObject({ code });
  });
}

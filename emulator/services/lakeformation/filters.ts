import { AwsError, jsonAnswer, type Answer } from '../../proxy/answer';
import type { Gap, GapContext } from '../../proxy/gap';
import type { Place } from '../../proxy/moto-client';
import { Placed } from '../../proxy/placed';
import type { AwsRequest, Json } from '../../proxy/request';
import { regional } from '../service';
import { refuseUnknownTarget } from './refusals';

const OPERATION = /^(Create|Get|Update|Delete|List)DataCellsFilter$/;

/** moto has no data cells filters. */
export function lakeFormationFilters(context: GapContext, filters: DataCellsFilters): Gap {
  return {
    name: 'lakeformation-filters',
    matches: (request) => request.service === 'lakeformation' && OPERATION.test(request.operation),
    handle: async (request) => answerTo(context, filters, await context.place(request), request),
    inventory: () =>
      filters.all().map(({ place, name }) => ({
        service: 'lakeformation',
        type: 'data cells filter',
        id: regional(place, name),
      })),
  };
}

async function answerTo(
  context: GapContext,
  filters: DataCellsFilters,
  place: Place,
  request: AwsRequest,
): Promise<Answer> {
  const body = request.json();
  const data = (body['TableData'] ?? {}) as Json;
  switch (request.operation) {
    case 'CreateDataCellsFilter':
      await refuseWrong(context, place, data);
      filters.create(place, data);
      return jsonAnswer({});
    case 'UpdateDataCellsFilter':
      await refuseWrong(context, place, data);
      filters.update(place, data);
      return jsonAnswer({});
    case 'DeleteDataCellsFilter':
      filters.delete(place, body);
      return jsonAnswer({});
    case 'GetDataCellsFilter':
      return jsonAnswer({ DataCellsFilter: filters.find(place, body) });
    default:
      return jsonAnswer({ DataCellsFilters: filters.list(place, body['Table'] as Json | undefined) });
  }
}

async function refuseWrong(context: GapContext, place: Place, data: Json): Promise<void> {
  const { RowFilter, ColumnNames, ColumnWildcard } = data;
  const rows = (RowFilter ?? {}) as Json;
  if (!rows['FilterExpression'] && !rows['AllRowsWildcard']) {
    throw new AwsError('InvalidInputException', 'RowFilter must be set.');
  }
  const hasNames = ((ColumnNames ?? []) as string[]).length > 0;
  if (hasNames === Boolean(ColumnWildcard)) {
    throw new AwsError('InvalidInputException', 'Either ColumnNames or ColumnWildcard must be set.');
  }
  const table = { DatabaseName: data['DatabaseName'], Name: data['TableName'] };
  await refuseUnknownTarget(context.moto, place, { Table: table });
  await refuseUnknownColumns(context, place, data);
}

async function refuseUnknownColumns(context: GapContext, place: Place, data: Json): Promise<void> {
  const wildcard = data['ColumnWildcard'] as Json | undefined;
  const asked = (data['ColumnNames'] ?? wildcard?.['ExcludedColumnNames'] ?? []) as string[];
  const { Table } = await context.moto.json(place, 'glue', 'AWSGlue.GetTable', {
    DatabaseName: data['DatabaseName'],
    Name: data['TableName'],
  });
  const { StorageDescriptor, PartitionKeys } = Table as Json;
  const columns = [(StorageDescriptor as Json | undefined)?.['Columns'], PartitionKeys].flatMap(
    (list) => (list ?? []) as { Name: string }[],
  );
  const unknown = asked.find((name) => !columns.some(({ Name }) => Name === name));
  if (unknown) throw new AwsError('InvalidInputException', `Column not found: ${unknown}`);
}

/** The data cells filters of all accounts and regions. */
export class DataCellsFilters {
  private readonly kept = new Placed<Json>();

  create(place: Place, data: Json): void {
    if (this.kept.get(place, nameOf(data))) {
      throw new AwsError('AlreadyExistsException', `DataCellsFilter already exists: ${nameOf(data)}`);
    }
    this.kept.set(place, nameOf(data), { ...data, VersionId: '1' });
  }

  update(place: Place, data: Json): void {
    const version = Number(this.find(place, data)['VersionId']) + 1;
    this.kept.set(place, nameOf(data), { ...data, VersionId: String(version) });
  }

  delete(place: Place, asked: Json): void {
    this.find(place, asked);
    this.kept.delete(place, nameOf(asked));
  }

  /** The one that a call names; refused when there is none. */
  find(place: Place, asked: Json): Json {
    const found = this.kept.get(place, nameOf(asked));
    if (!found) throw new AwsError('EntityNotFoundException', 'Data cells filter not found.');
    return found;
  }

  /** Those of a table, or of all. */
  list(place: Place, table?: Json): Json[] {
    return this.kept
      .at(place)
      .filter(
        (one) =>
          !table || (one['DatabaseName'] === table['DatabaseName'] && one['TableName'] === table['Name']),
      );
  }

  all(): { readonly place: Place; readonly name: string }[] {
    return this.kept.all();
  }
}

function nameOf(data: Json): string {
  return ['DatabaseName', 'TableName', 'Name'].map((key) => String(data[key])).join('/');
}

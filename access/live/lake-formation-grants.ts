import type { PrincipalResourcePermissions, Resource } from '@aws-sdk/client-lakeformation';
import type { GrantTarget, LakeFormationGrant } from '../model/model';
import { liveOrigin, type Session } from './session';

/**
 * Grants as the model has them. AWS lists SELECT apart from the other permissions on a table, as a grant on its
 * columns: what one principal has on one target is one grant here.
 */
export function liveGrants(
  session: Session,
  listed: readonly PrincipalResourcePermissions[],
  expected: readonly LakeFormationGrant[],
): readonly LakeFormationGrant[] {
  const grants = new Map<string, LakeFormationGrant>();
  for (const { Principal, Resource, Permissions = [], PermissionsWithGrantOption = [] } of listed) {
    const principal = Principal?.DataLakePrincipalIdentifier ?? '';
    const on = targetOf(session, principal, Resource ?? {});
    if (!on) continue;
    const key = keyOf(principal, on);
    const before = grants.get(key);
    grants.set(key, {
      principal,
      permissions: union(before?.permissions, Permissions),
      grantable: union(before?.grantable, PermissionsWithGrantOption),
      on,
      origin: before?.origin ?? originOf(session, key, principal, expected),
    });
  }
  return [...grants.values()];
}

function originOf(
  session: Session,
  key: string,
  principal: string,
  expected: readonly LakeFormationGrant[],
): LakeFormationGrant['origin'] {
  const same = expected.find((grant) => session.text(keyOf(grant.principal, grant.on)) === key);
  return same?.origin ?? liveOrigin(principal, undefined);
}

function targetOf(session: Session, principal: string, resource: Resource): GrantTarget | undefined {
  const { Database, Table, TableWithColumns, DataLocation, LFTag, LFTagPolicy } = resource;
  if (Database) return { kind: 'database', database: Database.Name ?? '' };
  if (Table) return tableOf(Table, Table.TableWildcard !== undefined);
  if (TableWithColumns) {
    const { ColumnNames: columns = [], ColumnWildcard } = TableWithColumns;
    if (ColumnWildcard?.ExcludedColumnNames?.length)
      session.asker.note(
        `${principal} may not see all columns of ${TableWithColumns.Name ?? ''}: taken as all`,
      );
    return { ...tableOf(TableWithColumns, false), ...(columns.length > 0 && { columns }) };
  }
  if (DataLocation) return { kind: 'location', arn: DataLocation.ResourceArn ?? '' };
  if (LFTag) return { kind: 'lf-tag', key: LFTag.TagKey ?? '', values: LFTag.TagValues ?? [] };
  if (LFTagPolicy?.Expression) {
    const expression = LFTagPolicy.Expression.map(({ TagKey = '', TagValues = [] }) => ({
      key: TagKey,
      values: TagValues,
    }));
    return { kind: 'lf-tag policy', resourceType: LFTagPolicy.ResourceType ?? 'TABLE', expression };
  }
  if (resource.DataCellsFilter) {
    const { DatabaseName, TableName } = resource.DataCellsFilter;
    session.asker.note(`${principal} may see some cells of ${TableName ?? ''} only: taken as all`);
    return tableOf({ DatabaseName, Name: TableName }, false);
  }
  if (resource.Catalog) return { kind: 'catalog' };
  session.asker.note(`a Lake Formation grant to ${principal} is not understood: ${JSON.stringify(resource)}`);
  return undefined;
}

/** AWS names a grant on all tables `ALL_TABLES`, with or without a wildcard beside it. */
function tableOf(
  { DatabaseName, Name }: { readonly DatabaseName: string | undefined; readonly Name?: string | undefined },
  isWildcard: boolean,
): Extract<GrantTarget, { kind: 'table' }> {
  const table = isWildcard || Name === undefined || Name === 'ALL_TABLES' ? '*' : Name;
  return { kind: 'table', database: DatabaseName ?? '', table };
}

/** Equal for grants to the same principal on the same target. */
function keyOf(principal: string, on: GrantTarget): string {
  const columns = on.kind === 'table' && on.columns ? { columns: [...on.columns].sort() } : {};
  return JSON.stringify([principal, Object.entries({ ...on, ...columns }).sort()]);
}

function union(before: readonly string[] = [], more: readonly string[]): readonly string[] {
  return [...new Set([...before, ...more])].sort();
}

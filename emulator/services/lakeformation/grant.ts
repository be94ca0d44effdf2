import type { Json } from '../../proxy/request';

/** A grant as the API takes it. */
export interface Grant {
  readonly Principal: { readonly DataLakePrincipalIdentifier: string };
  readonly Resource: Json;
  readonly Permissions: readonly string[];
  readonly PermissionsWithGrantOption: readonly string[];
}

const ALL_TABLES = 'ALL_TABLES';
const ALL_OF_DATABASE = ['ALTER', 'CREATE_TABLE', 'DESCRIBE', 'DROP'];
const ALL_OF_TABLE = ['ALTER', 'DELETE', 'DESCRIBE', 'DROP', 'INSERT', 'SELECT'];

/** A grant out of a request body. */
export function grantOf(body: Json): Grant {
  return {
    Principal: body['Principal'] as Grant['Principal'],
    Resource: (body['Resource'] ?? {}) as Json,
    Permissions: (body['Permissions'] ?? []) as string[],
    PermissionsWithGrantOption: (body['PermissionsWithGrantOption'] ?? []) as string[],
  };
}

/**
 * A grant in the form in which AWS keeps and lists it: catalog ids filled in, `ALL` spelled out, and SELECT
 * on a table or on all columns split off as a grant on the table with columns.
 */
export function asListed(grant: Grant, catalogId: string): Grant[] {
  const resource = withCatalog(grant.Resource, catalogId);
  const whole = expanded({ ...grant, Resource: resource });
  const table = tableOf(resource);
  if (!table) return [whole];
  const isSelect = (permission: string): boolean => permission === 'SELECT';
  const rest = only(whole, table.plain, (permission) => !isSelect(permission));
  return [rest, only(whole, table.columns, isSelect)].filter((part) => !isEmpty(part));
}

/** True when nothing is granted. */
export function isEmpty(grant: Grant): boolean {
  return grant.Permissions.length === 0 && grant.PermissionsWithGrantOption.length === 0;
}

/** Equal for grants to the same principal on the same resource. */
export function keyOf(grant: Grant): string {
  return JSON.stringify([grant.Principal.DataLakePrincipalIdentifier, sorted(grant.Resource)]);
}

/** A value with its keys and its plain lists in order, so that equal values have equal texts. */
export function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(sorted).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value as Json).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}

/** A resource whose every part names its catalog. */
export function withCatalog(resource: Json, catalogId: string): Json {
  const entries = Object.entries(resource).filter(([, part]) => part !== null && part !== undefined);
  return Object.fromEntries(
    entries.map(([kind, part]) =>
      kind === 'Catalog' || kind === 'DataCellsFilter'
        ? [kind, part]
        : [kind, { CatalogId: catalogId, ...(part as Json) }],
    ),
  );
}

function only(grant: Grant, resource: Json, keep: (permission: string) => boolean): Grant {
  return {
    ...grant,
    Resource: resource,
    Permissions: grant.Permissions.filter(keep),
    PermissionsWithGrantOption: grant.PermissionsWithGrantOption.filter(keep),
  };
}

/** The two resources that a grant on a table falls apart into; a grant on named columns stays whole. */
function tableOf(resource: Json): { plain: Json; columns: Json } | undefined {
  const columns = resource['TableWithColumns'] as Json | undefined;
  const table = (resource['Table'] ?? columns) as Json | undefined;
  if (!table) return undefined;
  const base = { CatalogId: table['CatalogId'], DatabaseName: table['DatabaseName'] };
  const isWildcard = table['TableWildcard'] !== undefined && table['TableWildcard'] !== null;
  const name = isWildcard ? ALL_TABLES : table['Name'];
  const plain = { Table: { ...base, Name: name, ...(isWildcard ? { TableWildcard: {} } : {}) } };
  const wildcard = (columns?.['ColumnWildcard'] ?? {}) as Json;
  const names = columns?.['ColumnNames'] as string[] | undefined;
  const which = names?.length ? { ColumnNames: names } : { ColumnWildcard: wildcard };
  return { plain, columns: { TableWithColumns: { ...base, Name: name, ...which } } };
}

function expanded(grant: Grant): Grant {
  const all = grant.Resource['Database'] ? ALL_OF_DATABASE : tableOf(grant.Resource) ? ALL_OF_TABLE : [];
  const expand = (permissions: readonly string[]): string[] => {
    const more = permissions.includes('ALL') ? all : [];
    return [...new Set([...permissions, ...more])];
  };
  return {
    ...grant,
    Permissions: expand(grant.Permissions),
    PermissionsWithGrantOption: expand(grant.PermissionsWithGrantOption),
  };
}

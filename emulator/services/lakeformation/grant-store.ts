import { AwsError } from '../../proxy/answer';
import type { Place } from '../../proxy/moto-client';
import type { Json } from '../../proxy/request';
import { asListed, isEmpty, keyOf, sorted, withCatalog, type Grant } from './grant';

/** What a list call asks for. */
export interface GrantFilter {
  readonly principal?: string | undefined;
  readonly resource?: Json | undefined;
  readonly resourceType?: string | undefined;
}

const KINDS: Record<string, readonly string[]> = {
  CATALOG: ['Catalog'],
  DATABASE: ['Database'],
  TABLE: ['Table', 'TableWithColumns'],
  DATA_LOCATION: ['DataLocation'],
  LF_TAG: ['LFTag'],
  LF_TAG_POLICY: ['LFTagPolicy'],
  LF_TAG_POLICY_DATABASE: ['LFTagPolicy'],
  LF_TAG_POLICY_TABLE: ['LFTagPolicy'],
};

/** The grants of all accounts and regions. */
export class GrantStore {
  private readonly catalogs = new Map<string, Map<string, Grant>>();

  /** Adds a grant to what its principal already has on the resource. */
  grant(place: Place, catalogId: string, grant: Grant): void {
    const rows = this.rows(place, catalogId);
    for (const part of asListed(grant, catalogId)) {
      const before = rows.get(keyOf(part));
      rows.set(keyOf(part), before ? merged(before, part) : part);
    }
  }

  /** Takes permissions away; refuses, as AWS does, when there is nothing to take. */
  revoke(place: Place, catalogId: string, grant: Grant): void {
    const rows = this.rows(place, catalogId);
    const parts = asListed(grant, catalogId).filter((part) => overlaps(rows.get(keyOf(part)), part));
    if (parts.length === 0) {
      const what =
        'No permissions revoked. Grantee has no permissions and no grantable permissions on resource.';
      throw new AwsError('InvalidInputException', what);
    }
    for (const part of parts) {
      const left = reduced(rows.get(keyOf(part)) as Grant, part);
      if (isEmpty(left)) rows.delete(keyOf(part));
      else rows.set(keyOf(part), left);
    }
  }

  /** The grants of one catalog that fit a filter. */
  list(place: Place, catalogId: string, filter: GrantFilter): Grant[] {
    const resource = filter.resource && withCatalog(filter.resource, catalogId);
    return [...this.rows(place, catalogId).values()].filter(
      (row) =>
        (!filter.principal || row.Principal.DataLakePrincipalIdentifier === filter.principal) &&
        (!filter.resourceType || isKind(row.Resource, filter.resourceType)) &&
        (!resource || concerns(row.Resource, resource)),
    );
  }

  /** Every grant of every catalog, with where it is. */
  all(): { readonly place: string; readonly grant: Grant }[] {
    return [...this.catalogs].flatMap(([place, rows]) =>
      [...rows.values()].map((grant) => ({ place, grant })),
    );
  }

  private rows(place: Place, catalogId: string): Map<string, Grant> {
    const key = `${place.region}/${catalogId}`;
    const rows = this.catalogs.get(key) ?? new Map<string, Grant>();
    this.catalogs.set(key, rows);
    return rows;
  }
}

function merged(a: Grant, b: Grant): Grant {
  return combined(a, b, (have, more) => [...new Set([...have, ...more])]);
}

function reduced(a: Grant, b: Grant): Grant {
  return combined(a, b, (have, less) => have.filter((permission) => !less.includes(permission)));
}

type Combine = (a: readonly string[], b: readonly string[]) => string[];

function combined(a: Grant, b: Grant, combine: Combine): Grant {
  return {
    ...a,
    Permissions: combine(a.Permissions, b.Permissions).sort(),
    PermissionsWithGrantOption: combine(a.PermissionsWithGrantOption, b.PermissionsWithGrantOption).sort(),
  };
}

function overlaps(have: Grant | undefined, part: Grant): boolean {
  if (!have) return false;
  return (
    part.Permissions.some((permission) => have.Permissions.includes(permission)) ||
    part.PermissionsWithGrantOption.some((permission) => have.PermissionsWithGrantOption.includes(permission))
  );
}

function isKind(resource: Json, resourceType: string): boolean {
  const kinds = KINDS[resourceType] ?? [];
  if (!kinds.some((kind) => resource[kind] !== undefined)) return false;
  const ofTag = /^LF_TAG_POLICY_(DATABASE|TABLE)$/.exec(resourceType)?.[1];
  return !ofTag || (resource['LFTagPolicy'] as Json)['ResourceType'] === ofTag;
}

/** A table is asked for by name or by wildcard, and answers for its columns too; all else must be equal. */
function concerns(row: Json, asked: Json): boolean {
  const table = asked['Table'] as Json | undefined;
  if (!table) return JSON.stringify(sorted(row)) === JSON.stringify(sorted(asked));
  const own = (row['Table'] ?? row['TableWithColumns']) as Json | undefined;
  if (!own || own['DatabaseName'] !== table['DatabaseName'] || own['CatalogId'] !== table['CatalogId'])
    return false;
  return own['Name'] === (table['TableWildcard'] ? 'ALL_TABLES' : table['Name']);
}

import type {
  DefaultPermissions,
  GrantTarget,
  LakeFormation,
  LakeFormationGrant,
  LakeFormationTag,
  RegisteredLocation,
} from '../../model/model';
import type { Block } from '../stack-source';
import { textOf, textsOf, type ResolvedBlock, type StackView } from '../stack-view';

/** Lake Formation in every account and region in which a stack stands. */
export function collectLakeFormation(views: readonly StackView[]): readonly LakeFormation[] {
  const places = new Map<string, StackView[]>();
  for (const view of views) {
    const key = `${view.location.account}/${view.location.region}`;
    places.set(key, [...(places.get(key) ?? []), view]);
  }
  return [...places.values()].map((same) => {
    const all = (type: string): readonly ResolvedBlock[] => same.flatMap((view) => view.blocks(type));
    const [settings] = all('aws_lakeformation_data_lake_settings');
    return {
      account: same[0]?.location.account ?? '',
      region: same[0]?.location.region ?? '',
      administrators: textsOf(settings?.raw('admins')),
      databaseDefaults: defaultsOf(settings, 'create_database_default_permissions'),
      tableDefaults: defaultsOf(settings, 'create_table_default_permissions'),
      grants: all('aws_lakeformation_permissions').map(grantOf),
      locations: all('aws_lakeformation_resource').map(locationOf),
      tags: all('aws_lakeformation_resource_lf_tags').flatMap(tagsOf),
      origin: settings?.origin,
    };
  });
}

function defaultsOf(block: ResolvedBlock | undefined, name: string): readonly DefaultPermissions[] {
  return (block?.all(name) ?? []).map(({ principal, permissions }) => ({
    principal: textOf(principal) ?? '',
    permissions: textsOf(permissions),
  }));
}

function grantOf(block: ResolvedBlock): LakeFormationGrant {
  return {
    principal: block.text('principal') ?? '',
    permissions: textsOf(block.raw('permissions')),
    grantable: textsOf(block.raw('permissions_with_grant_option')),
    on: targetOf(block),
    origin: block.origin,
  };
}

function targetOf(block: ResolvedBlock): GrantTarget {
  const database = block.nested('database');
  if (database) return { kind: 'database', database: textOf(database.name) ?? '' };
  const table = block.nested('table');
  if (table) {
    const name = table.wildcard === true ? '*' : (textOf(table.name) ?? '');
    return { kind: 'table', database: textOf(table.database_name) ?? '', table: name };
  }
  const columns = block.nested('table_with_columns') ?? block.nested('data_cells_filter');
  if (columns) {
    const named = textsOf(columns.column_names);
    return {
      kind: 'table',
      database: textOf(columns.database_name) ?? '',
      table: textOf(columns.table_name) ?? textOf(columns.name) ?? '',
      ...(named.length > 0 && { columns: named }),
    };
  }
  const location = block.nested('data_location');
  if (location) return { kind: 'location', arn: textOf(location.arn) ?? '' };
  const policy = block.nested('lf_tag_policy');
  if (policy) {
    return {
      kind: 'lf-tag policy',
      resourceType: policy.resource_type === 'TABLE' ? 'TABLE' : 'DATABASE',
      expression: expressionOf(policy),
    };
  }
  const tag = block.nested('lf_tag');
  if (tag) return { kind: 'lf-tag', key: textOf(tag.key) ?? '', values: textsOf(tag.values) };
  return { kind: 'catalog' };
}

function expressionOf({ expression }: Block): readonly { key: string; values: readonly string[] }[] {
  const parts = (Array.isArray(expression) ? expression : [expression]) as readonly Block[];
  return parts.map(({ key, values }) => ({ key: textOf(key) ?? '', values: textsOf(values) }));
}

function locationOf(block: ResolvedBlock): RegisteredLocation {
  return {
    arn: block.text('arn') ?? '',
    roleArn: block.text('role_arn'),
    hybrid: block.raw('hybrid_access_enabled') === true,
    origin: block.origin,
  };
}

function tagsOf(block: ResolvedBlock): readonly LakeFormationTag[] {
  const on = block.nested('table') ?? block.nested('database');
  const table = block.nested('table') && textOf(on?.name);
  const database = textOf(block.nested('table') ? on?.database_name : on?.name) ?? '';
  return block.all('lf_tag').map(({ key, value }) => ({
    database,
    table,
    key: textOf(key) ?? '',
    value: textOf(value) ?? '',
  }));
}

import type { Catalog, Database, Table } from '../../model/model';
import type { Block } from '../stack-source';
import { textOf, type StackView } from '../stack-view';

/** The Glue catalog of every account and region in which a stack stands. */
export function collectCatalogs(views: readonly StackView[]): readonly Catalog[] {
  const found = new Map<string, Catalog>();
  for (const view of views) {
    const arn = view.arn('glue', 'catalog');
    const [encryption] = view.blocks('aws_glue_data_catalog_encryption_settings');
    const [resourcePolicy] = view.blocks('aws_glue_resource_policy');
    const policy = resourcePolicy?.policy('policy', 'resource', 'resource policy of the Glue catalog');
    const before = found.get(arn);
    const rest = encryption?.nested('data_catalog_encryption_settings')?.encryption_at_rest;
    const keyArn = textOf((rest as Block | undefined)?.sse_aws_kms_key_id) ?? before?.keyArn;
    found.set(arn, {
      kind: 'catalog',
      label: view.location.account + '/' + view.location.region,
      arn,
      ...view.location,
      tags: {},
      ...(before?.policy && { policy: before.policy }),
      ...(policy && { policy }),
      keyArn,
      origin: encryption?.origin ?? resourcePolicy?.origin ?? before?.origin,
    });
  }
  return [...found.values()];
}

/** Databases; resource links too. */
export function collectDatabases(views: readonly StackView[]): readonly Database[] {
  return views.flatMap((view) =>
    view.blocks('aws_glue_catalog_database').map((block): Database => {
      const name = block.text('name') ?? '';
      return {
        kind: 'database',
        label: name,
        name,
        arn: block.attribute('arn'),
        ...view.location,
        tags: block.tags,
        location: block.text('location_uri'),
        origin: block.origin,
      };
    }),
  );
}

/** Tables that Terraform makes; crawlers make others. */
export function collectTables(views: readonly StackView[]): readonly Table[] {
  return views.flatMap((view) =>
    view.blocks('aws_glue_catalog_table').map((block): Table => {
      const [database, name] = [block.text('database_name') ?? '', block.text('name') ?? ''];
      return {
        kind: 'table',
        label: `${database}.${name}`,
        database,
        name,
        arn: view.arn('glue', `table/${database}/${name}`),
        ...view.location,
        tags: {},
        location: textOf(block.nested('storage_descriptor')?.location),
        origin: block.origin,
      };
    }),
  );
}

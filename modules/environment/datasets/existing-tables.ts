import { codeOf, type Expression, expression } from '../../../core/provider/expression';
import type { ModuleScope } from '../../../core/module/scope';
import type { DatasetFacts, DatasetTable } from './facts';
import { existingTablesKey, tablePath } from './table-path';

/** What goes into a resource that needs a table: made only if the table is there. */
export interface OnceThere {
  readonly count?: Expression;
}

/** For a module, the tables that were asked for, and whether they were there when somebody last looked. */
const asked = new WeakMap<ModuleScope, Map<string, boolean>>();

/**
 * Lets something wait for a table that only a crawler makes: `...existingTables(scope, dataset)(table)` in the
 * configuration of a resource makes it once the table exists, and never fails before.
 *
 * Terraform itself cannot ask. Version 5.100 of the provider has no list of the tables of a database, and every
 * data source of a single thing (`aws_glue_catalog_table`, `aws_cloudcontrolapi_resource`) fails the plan where that
 * thing is missing. So whoever plans asks Glue and says what is there in the variable `<module>__existing-tables`: a
 * list of `<domain>/<environment>/<module>/<dataset>/<table>`. Its default is what the lock file recorded
 * (`existingTables` of the environment's record, as `<dataset>/<table>`), so that plain `cdktf deploy` takes nothing
 * away again. Tables that are made here need no variable: they are there because whoever needs them waits for them.
 */
export function existingTables(
  scope: ModuleScope,
  dataset: DatasetFacts,
): (table: Pick<DatasetTable, 'name' | 'made'>) => OnceThere {
  return ({ name, made }) => {
    if (made) return {};
    const path = tablePath(dataset, name);
    const tables = asked.get(scope) ?? new Map<string, boolean>();
    asked.set(scope, tables);
    tables.set(path, dataset.environment.existingTables.includes(`${dataset.key}/${name}`));
    const list = scope.variable(existingTablesKey, {
      type: 'list(string)',
      description: 'Tables that crawlers have made: <domain>/<environment>/<module>/<dataset>/<table>.',
      value: [...tables].flatMap(([each, exists]) => (exists ? [each] : [])).sort(),
    });
    return { count: expression(`contains(${codeOf(list)}, "${path}") ? 1 : 0`) };
  };
}

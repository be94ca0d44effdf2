import { suggestion } from '../../../core/config/nearest';
import type { ConfigPath } from '../../../core/config/locate';
import type { ModuleFinding } from '../../../core/module/define-module';
import type { EnvironmentFacts } from '../facts';
import { datasetsOf, type DatasetFacts, type DatasetFilter } from './facts';

/** Whose datasets are, and whether their parts fit together. */
export function checkDatasets(facts: EnvironmentFacts): readonly ModuleFinding[] {
  return datasetsOf(facts).flatMap((dataset) => [
    ...checkOwner(facts, dataset),
    ...checkFolders(dataset),
    ...dataset.dataFilters.flatMap((filter) => checkFilter(dataset, filter)),
    ...checkColumns(dataset),
    ...checkAlias(dataset),
  ]);
}

function checkOwner({ teams }: EnvironmentFacts, { team, config, from }: DatasetFacts) {
  if (!team) {
    const names = teams.map(({ name }) => name);
    const message = `"${config.team}" is no team of the environment`;
    const help = `${suggestion(config.team, names)} Other teams are invited under \`teams\`.`;
    return [error('TL308', message, help, [...from, 'team'])];
  }
  if (team.permissions.has('CREATE_DATASET')) return [];
  const message = `the team ${team.name} may not own datasets here`;
  const help = `Add CREATE_DATASET to the permissions of the team, or let another team own the dataset.`;
  return [error('TL420', message, help, from)];
}

function checkFolders({ folders, from }: DatasetFacts): readonly ModuleFinding[] {
  return folders.flatMap(({ key, prefix }, index) => {
    const path = [...from, 'folders', key];
    if (/(^|\/)\.{0,2}\//.test(prefix)) {
      const message = `the prefix "${prefix}" has a part that is empty or dots`;
      return [error('TL204', message, 'Write plain words with slashes between them.', path)];
    }
    const same = folders.slice(0, index).find((other) => other.prefix === prefix);
    if (!same) return [];
    return [error('TL103', `the folder ${same.key} is the same prefix`, 'Keep one of them.', path)];
  });
}

function checkFilter({ tables, from }: DatasetFacts, filter: DatasetFilter): readonly ModuleFinding[] {
  const path = [...from, 'dataFilters', filter.name];
  const findings: ModuleFinding[] = [];
  if ((filter.rows === undefined) === (filter.columns === undefined)) {
    const message = 'a data filter is about rows or about columns';
    findings.push(error('TL208', message, 'Write one of `rows:` and `columns:`.', path));
  }
  const table = tables.find(({ name }) => name === filter.table);
  if (!table) {
    const message = `"${filter.table}" is no table of the dataset`;
    const help = suggestion(
      filter.table,
      tables.map(({ name }) => name),
    );
    return [...findings, error('TL308', message, help, [...path, 'table'])];
  }
  const known = table.config.columns?.map(({ name }) => name);
  if (!known) return findings;
  const unknown = (filter.columns ?? []).flatMap((column, index) => {
    if (known.includes(column)) return [];
    const message = `"${column}" is no column of the table ${table.name}`;
    return [error('TL308', message, suggestion(column, known), [...path, 'columns', index])];
  });
  return [...findings, ...unknown];
}

function checkColumns({ tables, from }: DatasetFacts): readonly ModuleFinding[] {
  return tables.flatMap(({ name, config }) => {
    const columns = (config.columns ?? []).map((column) => column.name);
    return columns.flatMap((column, index) => {
      if (columns.indexOf(column) === index) return [];
      const path = [...from, 'tables', name, 'columns', index, 'name'];
      return [error('TL103', `the table has two columns ${column}`, 'Rename one of them.', path)];
    });
  });
}

/** Keys that AWS manages let every role of the account in already, and nobody else ever. */
function checkAlias({ imported, keyAlias, from }: DatasetFacts): readonly ModuleFinding[] {
  if (!imported || keyAlias?.startsWith('alias/aws/') !== true) return [];
  const message = `${keyAlias} is a key that AWS manages, which nobody can be granted`;
  const help = 'Leave `kmsKeyAlias` out, or encrypt the bucket with a key of your own.';
  return [error('TL204', message, help, [...from, 'import', 'kmsKeyAlias'])];
}

function error(code: ModuleFinding['code'], message: string, help: string, path: ConfigPath): ModuleFinding {
  return { severity: 'error', code, message, help, path };
}

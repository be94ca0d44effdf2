import type { ModuleContext, ModuleFinding } from '../../core/module/define-module';
import type { DataopsProjectConfig } from './config';
import type { DatabaseLakeFormation, TagBasedGrantConfig } from './config-grants';
import { expressionOf, permissionsOf } from './tag-grants';

type Path = ModuleFinding['path'];
type Vocabulary = ReadonlyMap<string, readonly string[]>;

/** LF-tags that another account would have to make. */
export function checkVocabulary(
  { lakeFormation }: DataopsProjectConfig,
  { account }: ModuleContext,
): readonly ModuleFinding[] {
  return lakeFormation.lfTags.flatMap(({ catalogId }, index): readonly ModuleFinding[] => {
    if (catalogId?.literal === undefined || catalogId.literal === account) return [];
    return [
      {
        severity: 'error',
        code: 'TL410',
        message: `an LF-tag of the account ${catalogId.literal} cannot be made from here`,
        help: 'Remove catalogId, or declare the tag in an environment of that account.',
        path: ['lakeFormation', 'lfTags', index, 'catalogId'],
      },
    ];
  });
}

/** Tags of a database, and grants by tags, that the project's vocabulary does not have or AWS would refuse. */
export function checkTags(
  project: DataopsProjectConfig,
  database: DatabaseLakeFormation,
  path: Path,
): readonly ModuleFinding[] {
  const vocabulary: Vocabulary = new Map(
    project.lakeFormation.lfTags.map(({ tagKey, tagValues }) => [tagKey, tagValues]),
  );
  const values = database.databaseTagValues.flatMap(({ tagKey, tagValues, catalogId }, index) => {
    const at = [...path, 'databaseTagValues', index];
    const single = tagValues.length === 1 ? [] : [severalValues(tagKey, [...at, 'tagValues'])];
    // The vocabulary of another account is not ours to know.
    return [...single, ...(catalogId ? [] : unknown(vocabulary, tagKey, tagValues, at))];
  });
  const grants = Object.entries(database.tagBasedGrants).flatMap(([name, grant]) => {
    const at = [...path, 'tagBasedGrants', name];
    const tags = expressionOf(grant).flatMap(([key, wanted]) =>
      unknown(vocabulary, key, wanted, [...at, 'lfTagExpression']),
    );
    return [...tags, ...checkPermissions(grant, at)];
  });
  return [...values, ...grants];
}

function unknown(
  vocabulary: Vocabulary,
  key: string,
  values: readonly string[],
  path: Path,
): readonly ModuleFinding[] {
  const known = vocabulary.get(key);
  const finding = (message: string): ModuleFinding => ({
    severity: 'error',
    code: 'TL308',
    message,
    help: 'Add it to lakeFormation.lfTags of the project, or correct it.',
    path,
  });
  if (!known) return [finding(`the project has no LF-tag "${key}"`)];
  const missing = values.filter((value) => !known.includes(value));
  return missing.map((value) => finding(`the LF-tag "${key}" has no value "${value}"`));
}

function severalValues(key: string, path: Path): ModuleFinding {
  return {
    severity: 'error',
    code: 'TL204',
    message: `a database carries one value of the LF-tag "${key}"`,
    help: 'Keep one of the values.',
    path,
  };
}

function checkPermissions(grant: TagBasedGrantConfig, path: Path): readonly ModuleFinding[] {
  const known = permissionsOf(grant.resourceType);
  const finding = (option: keyof TagBasedGrantConfig, message: string, help: string): ModuleFinding => ({
    severity: 'error',
    code: 'TL204',
    message,
    help,
    path: [...path, option],
  });
  const lists = ['permissions', 'permissionsWithGrantOption'] as const;
  const foreign = lists.flatMap((list) =>
    grant[list]
      .filter((permission) => !known.includes(permission))
      .map((permission) =>
        finding(
          list,
          `${permission} does not exist for ${grant.resourceType}`,
          `Known are ${known.join(', ')}.`,
        ),
      ),
  );
  if (grant.permissions.includes('ALL')) return foreign;
  const beyond = grant.permissionsWithGrantOption
    .filter((permission) => known.includes(permission) && !grant.permissions.includes(permission))
    .map((permission) =>
      finding(
        'permissionsWithGrantOption',
        `${permission} cannot be passed on without being granted`,
        'Add it to permissions as well.',
      ),
    );
  return [...foreign, ...beyond];
}

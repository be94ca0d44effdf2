import { LakeformationLfTag, LakeformationResourceLfTags } from '../../core/provider/aws';
import { grant } from '../../core/aws/lake-formation';
import type { ModuleScope } from '../../core/module/scope';
import type { DatabaseConfig, DataopsProjectConfig } from './config';
import { principalArn } from './principal-arn';
import { tagGrants, type TagGrant } from './tag-grants';

/** Keys of LF-tags, as attributes of what makes them: whoever uses them waits for them. */
export type Vocabulary = ReadonlyMap<string, string>;

const after = ['lake formation settings'] as const;

/** The LF-tags of the project. */
export function lfTags(scope: ModuleScope, config: DataopsProjectConfig): Vocabulary {
  return new Map(
    config.lakeFormation.lfTags.map(({ tagKey, tagValues, catalogId }) => {
      const tag = scope.add(
        LakeformationLfTag,
        ['lf-tag', tagKey],
        { key: tagKey, values: tagValues, ...(catalogId && { catalogId: scope.value(catalogId) }) },
        { after },
      );
      return [tagKey, tag.key];
    }),
  );
}

/** Puts tags on a database. */
export function tagDatabase(
  scope: ModuleScope,
  key: string,
  { lakeFormation }: DatabaseConfig,
  database: string,
  vocabulary: Vocabulary,
): void {
  const lfTag = lakeFormation.databaseTagValues.flatMap(({ tagKey, tagValues, catalogId }) =>
    tagValues.map((value) => ({
      key: catalogId ? tagKey : (vocabulary.get(tagKey) ?? tagKey),
      value,
      ...(catalogId && { catalogId: scope.value(catalogId) }),
    })),
  );
  if (lfTag.length === 0) return;
  scope.add(
    LakeformationResourceLfTags,
    ['database', key],
    { database: { name: database }, lfTag },
    { after },
  );
}

/** Grants on everything that carries tags. */
export function tagBasedGrants(
  scope: ModuleScope,
  config: DataopsProjectConfig,
  vocabulary: Vocabulary,
): void {
  for (const { grantee, resourceType, expression, permissions, grantable } of tagGrants(
    config,
    scope.names.domain,
  )) {
    grant(scope, ['tags', grantee.key, resourceType, describe(expression)], {
      principal: principalArn(scope, grantee),
      permissions: [...permissions],
      ...(grantable.length > 0 && { permissionsWithGrantOption: [...grantable] }),
      lfTagPolicy: {
        resourceType,
        expression: expression.map(([key, values]) => ({
          key: vocabulary.get(key) ?? key,
          values: [...values],
        })),
      },
    });
  }
}

function describe(expression: TagGrant['expression']): string {
  return expression.map(([key, values]) => `${key}=${values.join('+')}`).join(',');
}

import type { Module } from '../../platform/platform';
import type { LoadContext } from '../load-context';
import type { TemplateScope } from '../template/scope';
import { hooks } from './hooks';
import { innermost, type Levels } from './inherit';
import { type Tags, userTags } from './tags';
import { booleanValue, targetText } from './values';
import type { WrittenModule } from './written';

/** What a module is told beside its configuration: tags of its own, boundary, protection, hooks. */
export function ownSettings(
  written: WrittenModule,
  levels: Levels,
  environmentTags: Tags,
  scope: TemplateScope,
  load: LoadContext,
): Pick<Module, 'tags' | 'permissionsBoundaryArn' | 'deletionProtection' | 'predeploy' | 'postdeploy'> {
  const tags = Object.entries(userTags(levels, load.reader, scope)).filter(
    ([key, value]) => !(key in environmentTags) || (environmentTags[key] !== value && !isSystemTag(key)),
  );
  return {
    tags: Object.fromEntries(tags),
    permissionsBoundaryArn: targetText(innermost(levels, 'permissions_boundary_arn'), scope),
    deletionProtection: booleanValue(innermost(levels, 'deletion_protection'), true, scope),
    predeploy: hooks(written.node, 'predeploy', scope),
    postdeploy: hooks(written.node, 'postdeploy', scope),
  };
}

function isSystemTag(key: string): boolean {
  return /^(mdaa|caef)_(org|env|domain)$/.test(key);
}

import type { Module } from '../../platform/platform';
import type { Text } from '../../platform/text';
import type { ConfigNode } from '../node';
import type { LoadContext } from '../load-context';
import type { TemplateScope } from '../template/scope';
import { additionalTargets } from './additional-targets';
import { hooks } from './hooks';
import { innermost, type Levels } from './inherit';
import { checkPartition } from './partitions';
import { type Tags, userTags } from './tags';
import { booleanValue, targetText } from './values';
import type { WrittenModule } from './written';

type OwnSettings = Pick<
  Module,
  'tags' | 'permissionsBoundaryArn' | 'deletionProtection' | 'predeploy' | 'postdeploy' | 'additionalTargets'
>;

/**
 * What a module is told beside its configuration: tags of its own, boundary, protection, hooks, and
 * what else it may reach.
 */
export function ownSettings(
  written: WrittenModule,
  levels: Levels,
  environmentTags: Tags,
  scope: TemplateScope,
  load: LoadContext,
  region: string | undefined,
): OwnSettings {
  const tags = Object.entries(userTags(levels, load.reader, scope)).filter(
    ([key, value]) => !(key in environmentTags) || (environmentTags[key] !== value && !isSystemTag(key)),
  );
  return {
    tags: Object.fromEntries(tags),
    permissionsBoundaryArn: boundary(innermost(levels, 'permissions_boundary_arn'), region, scope),
    deletionProtection: booleanValue(innermost(levels, 'deletion_protection'), true, scope),
    predeploy: hooks(written.node, 'predeploy', scope),
    postdeploy: hooks(written.node, 'postdeploy', scope),
    additionalTargets: additionalTargets(written.node, scope),
  };
}

function boundary(
  node: ConfigNode | undefined,
  region: string | undefined,
  scope: TemplateScope,
): Text | undefined {
  const arn = targetText(node, scope);
  if (node && arn) checkPartition(arn.describe(), node.place, region, scope.report);
  return arn;
}

function isSystemTag(key: string): boolean {
  return /^(mdaa|caef)_(org|env|domain)$/.test(key);
}

import type { Module, Hook, AdditionalTarget } from '../../platform/platform';
import { Text } from '../../platform/text';
import type { LoadContext } from '../load-context';
import { child, type ConfigNode, type MapNode } from '../node';
import { error, note } from '../../../diagnostics/diagnostic';
import type { TemplateScope } from '../template/scope';
import { template } from '../template/template';
import { innermost, listOf, booleanValue, targetText, literalText, type Levels } from './values';
import { checkPartition } from './partitions';
import { userTags, type Tags } from './tags';
import { accountId, regionName } from './target';
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

/** The shell commands around the deployment of a module, references resolved. */
function hooks(module: MapNode, key: 'predeploy' | 'postdeploy', scope: TemplateScope): readonly Hook[] {
  const node = child(module, key);
  if (node?.kind !== 'map') return [];
  const command = shellCommand(child(node, 'command'), scope);
  if (command === undefined) return [];
  return [
    {
      command,
      exitIfFail: booleanValue(child(node, 'exit_if_fail'), false, scope),
      afterSuccess: booleanValue(child(node, 'after_success'), false, scope),
      place: node.place,
    },
  ];
}

/** What only Terraform knows about the target, `terralake apply` puts into the environment of the command. */
const variables = {
  account: '${TERRALAKE_ACCOUNT}',
  region: '${TERRALAKE_REGION}',
  partition: '${TERRALAKE_PARTITION}',
} as const;

function shellCommand(node: ConfigNode | undefined, scope: TemplateScope): string | undefined {
  const resolved = node && template(node, scope);
  const text = resolved?.kind === 'scalar' ? resolved.value : undefined;
  if (!(text instanceof Text) || text.dynamicParts.some((part) => part.kind === 'parameter')) {
    return literalText(resolved, scope);
  }
  const parts = text.parts.map((part) =>
    typeof part === 'string' ? part : part.kind === 'parameter' ? '' : variables[part.kind],
  );
  return parts.join('');
}

/** The accounts and regions of `additional_accounts` and `additional_stacks`; `default` is the environment's own. */
function additionalTargets(module: MapNode, scope: TemplateScope): readonly AdditionalTarget[] {
  const accounts = listOf(module, 'additional_accounts').map((node) => ofAccount(node, scope));
  const stacks = listOf(module, 'additional_stacks').map((node) => ofStack(node, scope));
  return [...accounts, ...stacks].filter(
    ({ account, region }) => account !== undefined || region !== undefined,
  );
}

function ofAccount(node: ConfigNode, scope: TemplateScope): AdditionalTarget {
  const account = accountId(node, scope);
  return { ...(account !== undefined && { account }), place: node.place };
}

function ofStack(node: ConfigNode, scope: TemplateScope): AdditionalTarget {
  const written = { account: child(node, 'account'), region: child(node, 'region') };
  if (!written.account && !written.region) {
    const message = 'an additional stack has neither account nor region';
    scope.report(error('TL203', node.place, message, 'Add `account:`, `region:` or both.'));
  }
  const order = child(node, 'addDependencyMainStack');
  if (order) {
    const message = '`addDependencyMainStack` has no meaning on Terraform';
    const help = 'One stack holds everything that the module makes; the graph of resources orders it.';
    scope.report(note('TL602', order.place, message, help));
  }
  const [account, region] = [accountId(written.account, scope), regionName(written.region, scope)];
  return {
    ...(account !== undefined && { account }),
    ...(region !== undefined && { region }),
    place: node.place,
  };
}

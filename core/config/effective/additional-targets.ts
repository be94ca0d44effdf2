import type { AdditionalTarget } from '../../platform/platform';
import { child, type ConfigNode, type MapNode } from '../node';
import { error, note } from '../../../diagnostics/diagnostic';
import type { TemplateScope } from '../template/scope';
import { listOf } from './inherit';
import { accountId, regionName } from './target';

/** The accounts and regions of `additional_accounts` and `additional_stacks`; `default` is the environment's own. */
export function additionalTargets(module: MapNode, scope: TemplateScope): readonly AdditionalTarget[] {
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

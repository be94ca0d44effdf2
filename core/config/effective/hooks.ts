import type { Hook } from '../../platform/platform';
import { Text } from '../../platform/text';
import { child, type ConfigNode, type MapNode } from '../node';
import type { TemplateScope } from '../template/scope';
import { template } from '../template/template';
import { booleanValue, literalText } from './values';

/** The shell commands around the deployment of a module, references resolved. */
export function hooks(
  module: MapNode,
  key: 'predeploy' | 'postdeploy',
  scope: TemplateScope,
): readonly Hook[] {
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

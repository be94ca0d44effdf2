import type { Hook } from '../../platform/platform';
import { child, type MapNode } from '../node';
import type { TemplateScope } from '../template/scope';
import { booleanValue, literalText } from './values';

/** The shell commands around the deployment of a module, references resolved. */
export function hooks(
  module: MapNode,
  key: 'predeploy' | 'postdeploy',
  scope: TemplateScope,
): readonly Hook[] {
  const node = child(module, key);
  if (node?.kind !== 'map') return [];
  const command = literalText(child(node, 'command'), scope);
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

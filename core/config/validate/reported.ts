import type { Located } from '../locate';
import { hasFailed } from '../node';

/** Whether something was said about the value already, so that a second finding would only repeat it. */
export function isReported({ node, found }: Located): boolean {
  if (node.kind === 'scalar') return node.failed === true;
  return found && node.kind === 'list' && node.items.length > 0 && node.items.every(hasFailed);
}

import type { Place } from '../../../diagnostics/diagnostic';
import type { ConfigNode, ListNode, MapEntry, MapNode, ScalarNode } from '../node';
import { embed, embedLiteral, nakedReference } from './references';
import { hasPrefix, resolvePrefix } from './prefixes';
import { fail, type Run, type TemplateScope } from './scope';
import { hasReference, segments } from './segments';

/**
 * Resolves all references of a tree: `{{…}}` in values and keys, prefixes (`ssm:`, `generated-role-id:`, …) in
 * values. What fails is reported, and marked so that nothing is said about it twice. Parts without references
 * stay the same objects.
 */
export function template(node: ConfigNode, scope: TemplateScope): ConfigNode {
  return templateNode(node, { scope, contextKeys: [], actions: false, node: templateNode });
}

function templateNode(node: ConfigNode, run: Run): ConfigNode {
  switch (node.kind) {
    case 'scalar':
      return scalar(node, run);
    case 'list':
      return list(node, run);
    case 'map':
      return map(node, run);
  }
}

function list(node: ListNode, run: Run): ConfigNode {
  const items = node.items.map((item) => templateNode(item, run));
  return items.every((item, index) => item === node.items[index]) ? node : { ...node, items };
}

function map(node: MapNode, run: Run): ConfigNode {
  const entries = new Map<string, MapEntry>();
  let changed = false;
  for (const [written, entry] of node.entries) {
    const key = hasReference(written) ? templateKey(written, entry.keyPlace, run) : written;
    const value = templateNode(entry.value, isActions(written) ? { ...run, actions: true } : run);
    changed ||= key !== written || value !== entry.value;
    if (key === undefined) continue;
    const earlier = entries.get(key);
    if (earlier) {
      const places = [
        { place: entry.keyPlace, words: 'here again' },
        { place: earlier.keyPlace, words: 'here first' },
      ];
      fail(run, 'TL103', places, `the key "${key}" is there already`, 'Rename one of the two.');
    }
    entries.set(key, value === entry.value ? entry : { ...entry, value });
  }
  return changed ? { ...node, entries } : node;
}

function isActions(key: string): boolean {
  return key === 'Action' || key === 'NotAction';
}

function templateKey(written: string, place: Place, run: Run): string | undefined {
  return embedLiteral(written, 'the key', place, run);
}

function scalar(node: ScalarNode, run: Run): ConfigNode {
  const { value, place } = node;
  if (typeof value !== 'string') return node;
  if (!run.actions && hasPrefix(value)) {
    const resolved = resolvePrefix(value, place, run);
    if (resolved !== 'none') return resolved ? { ...node, value: resolved } : { ...node, failed: true };
  }
  if (!hasReference(value)) return node;
  const parts = segments(value);
  const [only] = parts;
  if (parts.length === 1 && typeof only === 'object') {
    return nakedReference(only, place, run) ?? { ...node, failed: true };
  }
  const text = embed(value, place, run);
  if (!text) return { ...node, failed: true };
  return { ...node, value: text.literal ?? text };
}

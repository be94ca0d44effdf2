import { error, type Place, type Report } from '../../diagnostics/diagnostic';
import type { ConfigNode, MapEntry } from './node';

/** Whether text is what a template leaves to be filled in: `<your vpc id>`. */
export function isPlaceholder(text: string): boolean {
  return (
    /^\s*<[^<>\n]+>\s*$/.test(text) || (!text.includes('\n') && /<(your|unique)[ _-][^<>]*>/i.test(text))
  );
}

/** Reports every placeholder, and marks it so that nothing else is said about it. */
export function markPlaceholders(node: ConfigNode, report: Report): ConfigNode {
  switch (node.kind) {
    case 'scalar':
      return typeof node.value === 'string' && found(node.value, node.place, report)
        ? { ...node, failed: true }
        : node;
    case 'list': {
      const items = node.items.map((item) => markPlaceholders(item, report));
      return items.every((item, index) => item === node.items[index]) ? node : { ...node, items };
    }
    case 'map': {
      const entries = new Map<string, MapEntry>();
      for (const [key, entry] of node.entries) {
        found(key, entry.keyPlace, report);
        entries.set(key, { ...entry, value: markPlaceholders(entry.value, report) });
      }
      return { ...node, entries };
    }
  }
}

function found(text: string, place: Place, report: Report): boolean {
  if (!isPlaceholder(text)) return false;
  const help = 'Replace it, angle brackets included, with a value of your own.';
  report(error('TL205', place, `"${text.trim()}" is a placeholder of a template`, help));
  return true;
}

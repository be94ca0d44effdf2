import type { Place } from '../../../diagnostics/diagnostic';
import type { ConfigNode } from '../node';

/** A value that was not read from YAML (an override, an environment variable), all of it at one place. */
export function jsonToNode(value: unknown, place: Place): ConfigNode {
  if (Array.isArray(value)) {
    return { kind: 'list', items: value.map((item) => jsonToNode(item, place)), place };
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(
      ([key, entry]) => [key, { keyPlace: place, value: jsonToNode(entry, place) }] as const,
    );
    return { kind: 'map', entries: new Map(entries), place };
  }
  if (typeof value === 'number' || typeof value === 'boolean') return { kind: 'scalar', value, place };
  return { kind: 'scalar', value: value === null || value === undefined ? null : String(value), place };
}

/** The list or map that a text is in JSON, or undefined where it is neither. */
export function jsonCollection(text: string, place: Place): ConfigNode | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return jsonToNode(JSON.parse(text), place);
  } catch {
    return undefined;
  }
}

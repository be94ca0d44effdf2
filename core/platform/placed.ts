import type { Place } from '../../diagnostics/diagnostic';
import type { ConfigPath } from '../config/locate';

/**
 * Finds where an object of a parsed configuration (a role reference, a text) is written, by looking for the very object;
 * undefined for what is no part of the configuration as it was written.
 */
export function placedIn(
  config: unknown,
  locate: (path: ConfigPath) => Place,
): (written: unknown) => Place | undefined {
  let paths: Map<unknown, ConfigPath> | undefined;
  return (written) => {
    paths ??= pathsIn(config);
    const path = paths.get(written);
    return path && locate(path);
  };
}

function pathsIn(config: unknown): Map<unknown, ConfigPath> {
  const found = new Map<unknown, ConfigPath>();
  const visit = (value: unknown, path: ConfigPath): void => {
    if (typeof value !== 'object' || value === null || found.has(value)) return;
    found.set(value, path);
    const entries = value instanceof Map ? value.entries() : Object.entries(value);
    for (const [key, inner] of entries)
      visit(inner, [...path, Array.isArray(value) ? Number(key) : String(key)]);
  };
  visit(config, []);
  return found;
}

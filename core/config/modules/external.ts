import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { ModuleDefinition } from '../../module/define-module';

/** A module definition of the user's own; where it cannot be had, a sentence that says why. */
export function loadDefinition(path: string, folder: string): ModuleDefinition | string {
  const exported = requireFrom(path, folder);
  if (typeof exported === 'string') return exported;
  const { default: standard, module } = exported.exports;
  for (const candidate of [standard, module, exported.exports]) {
    if (isDefinition(candidate)) return candidate;
  }
  const definitions = Object.values(exported.exports).filter(isDefinition);
  const [only] = definitions;
  if (only && definitions.length === 1) return only;
  return definitions.length === 0
    ? 'it exports no module definition'
    : 'it exports several module definitions, none of them as `module` or default';
}

/** Loads compiled JavaScript relative to a folder, or an npm package that is installed there. */
export function requireFrom(
  path: string,
  folder: string,
): { readonly exports: Readonly<Record<string, unknown>> } | string {
  const load = createRequire(join(folder, 'terralake.js'));
  try {
    load.resolve(path);
  } catch {
    return 'not found';
  }
  try {
    const exports: unknown = load(path);
    return isObject(exports) ? { exports } : 'it exports nothing';
  } catch (cause) {
    const [reason = ''] = String(cause instanceof Error ? cause.message : cause).split('\n');
    return reason;
  }
}

function isDefinition(value: unknown): value is ModuleDefinition {
  return (
    isObject(value) &&
    typeof value['name'] === 'string' &&
    typeof value['build'] === 'function' &&
    typeof value['declares'] === 'function' &&
    isObject(value['config']) &&
    typeof value['config']['safeParse'] === 'function'
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return (typeof value === 'object' || typeof value === 'function') && value !== null;
}

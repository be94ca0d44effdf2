import type { NamingFactory } from '../../naming/create-names';
import type { Naming, NamingProps } from '../../naming/names';
import { child, toPlain, type ConfigNode, type MapNode } from '../node';
import { error } from '../../../diagnostics/diagnostic';
import { innermost, literalText, type Levels } from '../effective/values';
import type { TemplateScope } from '../template/scope';
import { template } from '../template/template';
import { requireFrom } from './external';

/**
 * The user's naming class: `naming_module` and `naming_class` at the root, `custom_naming` below, the innermost
 * one. Undefined for MDAA's own naming.
 */
export function customNaming(
  levels: Levels,
  folder: string,
  scope: TemplateScope,
): NamingFactory | undefined {
  const [root] = levels;
  const custom = innermost(levels, 'custom_naming');
  const written = custom?.kind === 'map' ? custom : root;
  const modulePath = child(written, 'naming_module');
  const className = child(written, 'naming_class');
  const named = modulePath ?? className;
  if (!written || !named) return undefined;
  if (!modulePath || !className) {
    const help = `Add \`${modulePath ? 'naming_class' : 'naming_module'}\`.`;
    scope.report(error('TL208', named.place, '`naming_module` and `naming_class` go together', help));
    return undefined;
  }
  return load(modulePath, className, props(written, scope), folder, scope);
}

function load(
  modulePath: ConfigNode,
  className: ConfigNode,
  props: Readonly<Record<string, unknown>>,
  folder: string,
  scope: TemplateScope,
): NamingFactory | undefined {
  const [path, name] = [literalText(modulePath, scope), literalText(className, scope)];
  if (path === undefined || name === undefined) return undefined;
  const found = requireFrom(path, folder);
  const type = typeof found === 'string' ? undefined : found.exports[name];
  if (isNamingClass(type)) return (words) => new type({ ...words, props });
  const reason = typeof found === 'string' ? found : `it exports no class "${name}"`;
  const help = 'Name compiled JavaScript that exports a class with resourceName and ssmPath.';
  const place = typeof found === 'string' ? modulePath.place : className.place;
  scope.report(error('TL402', place, `the naming "${path}" cannot be loaded: ${reason}`, help));
  return undefined;
}

function props(written: MapNode, scope: TemplateScope): Readonly<Record<string, unknown>> {
  const node = child(written, 'naming_props');
  return node ? (toPlain(template(node, scope)) as Record<string, unknown>) : {};
}

function isNamingClass(value: unknown): value is new (words: NamingProps) => Naming {
  if (typeof value !== 'function') return false;
  const prototype: unknown = value.prototype;
  return (
    typeof prototype === 'object' &&
    prototype !== null &&
    'resourceName' in prototype &&
    'ssmPath' in prototype
  );
}

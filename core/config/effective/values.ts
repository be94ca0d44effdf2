import { Text } from '../../platform/text';
import { describeNode, child, type ConfigNode, type MapNode } from '../node';
import { error } from '../../../diagnostics/diagnostic';
import type { TemplateScope } from '../template/scope';
import { template } from '../template/template';

/** Text that is known before Terraform runs, references resolved. Undefined where there is none, or on an error. */
export function literalText(node: ConfigNode | undefined, scope: TemplateScope): string | undefined {
  if (!node) return undefined;
  const resolved = template(node, scope);
  if (resolved.kind === 'scalar' && resolved.failed) return undefined;
  if (resolved.kind === 'scalar' && typeof resolved.value === 'string') return resolved.value;
  if (resolved.kind === 'scalar' && resolved.value instanceof Text) {
    const message = `${resolved.value.describe()} is known to Terraform only`;
    const help = 'State the value itself, or state the account and region of the environment.';
    scope.report(error('TL207', node.place, message, help));
    return undefined;
  }
  const message = `text is expected, this is ${describeNode(resolved)}`;
  scope.report(error('TL202', resolved.place, message, 'Write text, in quotes if it looks like a number.'));
  return undefined;
}

/** Text that is known but for account, region and partition, references resolved. */
export function targetText(node: ConfigNode | undefined, scope: TemplateScope): Text | undefined {
  const resolved = node && template(node, scope);
  const text = resolved?.kind === 'scalar' ? resolved.value : undefined;
  if (text instanceof Text && text.dynamicParts.every(({ kind }) => kind !== 'parameter')) return text;
  const literal = literalText(resolved, scope);
  return literal === undefined ? undefined : Text.of(literal);
}

/** `true` or `false`, references resolved. */
export function booleanValue(node: ConfigNode | undefined, fallback: boolean, scope: TemplateScope): boolean {
  if (!node) return fallback;
  const resolved = template(node, scope);
  if (resolved.kind === 'scalar') {
    if (resolved.failed) return fallback;
    if (typeof resolved.value === 'boolean') return resolved.value;
    if (resolved.value === 'true' || resolved.value === 'false') return resolved.value === 'true';
  }
  const message = `true or false is expected, this is ${describeNode(resolved)}`;
  scope.report(error('TL202', resolved.place, message, 'Write true or false.'));
  return fallback;
}

/** The levels that a value can be written at, outermost first: root, domain, environment, module. */
export type Levels = readonly MapNode[];

/** The innermost value of a key; of several spellings the first that is there. */
export function innermost(levels: Levels, ...keys: readonly string[]): ConfigNode | undefined {
  return levels
    .flatMap((level) => keys.map((key) => child(level, key)))
    .filter((node) => node !== undefined && !(node.kind === 'scalar' && node.value === null))
    .at(-1);
}

/** The entries of a map that every level may add to; an inner key replaces an outer one. */
export function inheritedMap(levels: Levels, key: string): ReadonlyMap<string, ConfigNode> {
  const values = new Map<string, ConfigNode>();
  for (const level of levels) {
    const map = child(level, key);
    if (map?.kind !== 'map') continue;
    for (const [name, { value }] of map.entries) values.set(name, value);
  }
  return values;
}

/** The items of a list that every level may add to, outermost first. */
export function inheritedList(levels: Levels, key: string): readonly ConfigNode[] {
  return levels.flatMap((level) => listOf(level, key));
}

/** The items of a list at one level. */
export function listOf(level: MapNode, key: string): readonly ConfigNode[] {
  const list = child(level, key);
  return list?.kind === 'list' ? list.items : [];
}

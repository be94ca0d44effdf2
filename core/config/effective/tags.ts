import { Text } from '../../platform/text';
import { child, type ConfigNode, describeNode } from '../node';
import type { Reader } from '../read';
import { error } from '../../../diagnostics/diagnostic';
import { template } from '../template/template';
import type { TemplateScope } from '../template/scope';
import { inheritedList, inheritedMap, literalText, type Levels } from './values';

/** Tags by key. */
export type Tags = Readonly<Record<string, string>>;

/** The user's tags: those of tag files, then inline ones. */
export function userTags(levels: Levels, reader: Reader, scope: TemplateScope): Tags {
  const tags = new Map<string, ConfigNode>();
  for (const named of inheritedList(levels, 'tag_configs')) {
    const file = literalText(named, scope);
    const content = file === undefined ? undefined : reader.named(file, named.place);
    const map = content && child(content, 'tags');
    if (map?.kind === 'map') for (const [key, { value }] of map.entries) tags.set(key, value);
    else if (content) {
      const help = 'Write the tags below a `tags:` key.';
      scope.report(error('TL203', content.place, `${file} has no map "tags"`, help));
    }
  }
  for (const [key, value] of inheritedMap(levels, 'tag_config_data')) tags.set(key, value);
  return resolveTags(tags, scope);
}

function resolveTags(tags: ReadonlyMap<string, ConfigNode>, scope: TemplateScope): Tags {
  const resolved: Record<string, string> = {};
  for (const [key, node] of tags) {
    const value = tagValue(key, node, scope);
    if (value !== undefined) resolved[key] = value;
  }
  return resolved;
}

function tagValue(key: string, node: ConfigNode, scope: TemplateScope): string | undefined {
  const value = template(node, scope);
  if (value.kind === 'scalar') {
    if (value.failed) return undefined;
    if (typeof value.value === 'string') return value.value;
    if (value.value instanceof Text) return literalText(value, scope);
  }
  const written =
    value.kind === 'scalar' && value.value !== null ? (value.source ?? String(value.value)) : '';
  const help = written === '' ? `Write text: ${key}: "…"` : `Put it in quotes: ${key}: "${written}"`;
  scope.report(error('TL202', value.place, `a tag is text, this is ${describeNode(value)}`, help));
  return undefined;
}

/** Tags that Terralake sets on everything in an environment; they win over the user's. */
export function environmentSystemTags(scope: TemplateScope): Tags {
  const prefix = tagPrefix(scope);
  return {
    [`${prefix}_org`]: scope.organization,
    [`${prefix}_env`]: scope.environment,
    [`${prefix}_domain`]: scope.domain,
  };
}

/** Tags that Terralake sets on everything in a module. */
export function moduleSystemTags(scope: TemplateScope, module: string, definition: string): Tags {
  const prefix = tagPrefix(scope);
  return {
    [`${prefix}_cdk_app`]: definition,
    [`${prefix}_module_name`]: module,
  };
}

/** MDAA's predecessor was called CAEF; a context key keeps its tags. */
function tagPrefix(scope: TemplateScope): 'mdaa' | 'caef' {
  const legacy = scope.context.get('@aws-mdaa/legacyCaefTags');
  return legacy?.kind === 'scalar' && String(legacy.value) === 'true' ? 'caef' : 'mdaa';
}

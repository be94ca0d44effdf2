import { mergeByIndex, spread } from '../merge';
import { suggestion } from '../nearest';
import { child, type ConfigNode, emptyMap, type MapNode, without } from '../node';
import { error, type Report } from '../../../diagnostics/diagnostic';

/**
 * An environment with its template: merged deeply, lists item by item. Modules are merged by name only:
 * one of the environment replaces the template's of that name whole, and the template's come first.
 */
export function withTemplate(environment: MapNode, root: MapNode, domain: MapNode, report: Report): MapNode {
  const named = child(environment, 'template');
  if (!named) return environment;
  const template = find(named, root, domain, report);
  if (!template) return environment;
  const nested = child(template, 'template');
  if (nested) {
    const help = 'Copy what it should hold, or let the environment name the other template.';
    const places = [
      { place: nested.place, words: 'builds on another' },
      { place: named.place, words: 'used here' },
    ];
    report(error('TL407', places, 'a template cannot build on another template', help));
  }
  const merged = mergeByIndex(
    without(template, 'modules', 'template'),
    without(environment, 'modules', 'template'),
  );
  const modules = mergeModules(child(template, 'modules'), child(environment, 'modules'));
  if (merged.kind !== 'map' || !modules) return environment;
  const entries = new Map(merged.entries);
  entries.set('modules', { keyPlace: modules.place, value: modules });
  return { ...environment, entries };
}

function find(named: ConfigNode, root: MapNode, domain: MapNode, report: Report): MapNode | undefined {
  const known = new Map<string, ConfigNode>();
  for (const level of [root, domain]) {
    const templates = child(level, 'env_templates');
    if (templates?.kind !== 'map') continue;
    for (const [name, { value }] of templates.entries) known.set(name, value);
  }
  const name = named.kind === 'scalar' ? String(named.value) : '';
  const template = known.get(name);
  if (template?.kind === 'map') return template;
  const help = suggestion(name, [...known.keys()]);
  report(error('TL407', named.place, `there is no environment template "${name}"`, help));
  return undefined;
}

function mergeModules(
  template: ConfigNode | undefined,
  environment: ConfigNode | undefined,
): MapNode | undefined {
  if (environment?.kind !== 'map') return template?.kind === 'map' ? template : undefined;
  return spread(template?.kind === 'map' ? template : emptyMap(environment.place), environment);
}

import { error, type Place, type Report } from '../../../diagnostics/diagnostic';
import { mergeByIndex, spread } from '../merge';
import { suggestion } from '../nearest';
import { child, emptyMap, without, type MapEntry, type MapNode, type ConfigNode } from '../node';
import { isPlaceholder } from '../placeholders';
import type { Levels } from './values';

/** An environment as it is written, template included. */
export interface WrittenEnvironment {
  readonly domain: string;
  readonly name: string;
  readonly place: Place;
  /** Root, domain, environment. */
  readonly levels: Levels;
  readonly modules: readonly WrittenModule[];
}

export interface WrittenModule {
  readonly name: string;
  readonly place: Place;
  readonly node: MapNode;
}

/** All environments of all domains, in file order. */
export function writtenEnvironments(root: MapNode, report: Report): readonly WrittenEnvironment[] {
  return entriesOf(root, 'domains').flatMap(([domain, { keyPlace, value }]) => {
    checkName('domain', domain, keyPlace, report);
    if (value.kind !== 'map') return [];
    return entriesOf(value, 'environments').flatMap(([name, environment]) =>
      environment.value.kind === 'map'
        ? [written(root, domain, value, name, environment.keyPlace, environment.value, report)]
        : [],
    );
  });
}

function written(
  root: MapNode,
  domain: string,
  domainNode: MapNode,
  name: string,
  place: Place,
  node: MapNode,
  report: Report,
): WrittenEnvironment {
  checkName('environment', name, place, report);
  const whole = withTemplate(node, root, domainNode, report);
  const modules = entriesOf(whole, 'modules').flatMap(([module, { keyPlace, value }]) => {
    checkName('module', module, keyPlace, report);
    return value.kind === 'map' ? [{ name: module, place: keyPlace, node: value }] : [];
  });
  if (modules.length === 0) {
    const help = 'Add `modules:` with at least one module, or remove the environment.';
    report(error('TL408', place, `the environment ${domain}/${name} has no modules`, help));
  }
  return { domain, name, place, levels: [root, domainNode, whole], modules };
}

function entriesOf(node: MapNode, key: string): readonly (readonly [string, MapEntry])[] {
  const map = child(node, key);
  return map?.kind === 'map' ? [...map.entries] : [];
}

/**
 * An environment with its template: merged deeply, lists item by item. Modules are merged by name only:
 * one of the environment replaces the template's of that name whole, and the template's come first.
 */
function withTemplate(environment: MapNode, root: MapNode, domain: MapNode, report: Report): MapNode {
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

/** Organizations, domains, environments and modules are named with lower-case letters, digits and dashes. */
export function checkName(what: string, name: string, place: Place, report: Report): void {
  if (/^[a-z0-9-]+$/.test(name) || isPlaceholder(name)) return;
  const fixed = name
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const help =
    fixed === ''
      ? 'Use lower-case letters, digits and dashes.'
      : `Use lower-case letters, digits and dashes: ${fixed}`;
  report(error('TL501', place, `"${name}" cannot be the name of a ${what}`, help));
}

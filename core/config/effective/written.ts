import { error, type Place, type Report } from '../../../diagnostics/diagnostic';
import { child, type MapEntry, type MapNode } from '../node';
import { withTemplate } from './env-template';
import type { Levels } from './inherit';
import { checkName } from './name-rule';

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

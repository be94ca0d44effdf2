import { siteFrom } from '../../../aws/site';
import { type Diagnostic, error, warning } from '../../../diagnostics/diagnostic';
import type { Environment, Located, Platform } from '../platform';
import { isWay, reachesOf, wayTo } from '../reach';
import { environmentWords, modulesOf } from './words';

/**
 * `default` equals only `default`: whether it is one of the explicit accounts, nobody can tell. And what a module
 * is to reach beside its own account and region must be within reach.
 */
export function checkTargets(platform: Platform): readonly Diagnostic[] {
  return [
    ...(['account', 'region'] as const).flatMap((key) => mixture(platform.environments, key)),
    ...modulesOf(platform).flatMap((located) => outOfReach(located, platform)),
  ];
}

function outOfReach({ environment, module }: Located, platform: Platform): readonly Diagnostic[] {
  const own = reachesOf(platform, module.declaration).map(({ from, ...site }) => ({
    ...site,
    place: from ? module.locate(from) : module.place,
  }));
  return [...module.additionalTargets, ...own].flatMap(({ place, ...site }) => {
    const way = wayTo(platform, environment, siteFrom(environment, site));
    return isWay(way) ? [] : [error(way.code, place, way.message, way.help)];
  });
}

function mixture(environments: readonly Environment[], key: 'account' | 'region'): readonly Diagnostic[] {
  const open = environments.find((environment) => environment[key] === undefined);
  const stated = environments.find((environment) => environment[key] !== undefined);
  if (!open || !stated) return [];
  const message = `${environmentWords(open)} goes to the default ${key}, ${environmentWords(stated)} to ${stated[key]}; they count as different even if they are the same`;
  const places = [
    { place: open.place, words: `states no ${key}` },
    { place: stated.place, words: `states ${stated[key]}` },
  ];
  return [warning('TL409', places, message, `State the ${key} of every environment, or of none.`)];
}

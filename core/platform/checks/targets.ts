import { warning } from '../../config/report';
import type { Diagnostic } from '../../config/diagnostic';
import type { Environment, Platform } from '../platform';
import { environmentWords } from './words';

/** `default` equals only `default`: whether it is one of the explicit accounts, nobody can tell. */
export function checkTargets(platform: Platform): readonly Diagnostic[] {
  return (['account', 'region'] as const).flatMap((key) => mixture(platform.environments, key));
}

function mixture(environments: readonly Environment[], key: 'account' | 'region'): readonly Diagnostic[] {
  const open = environments.find((environment) => environment[key] === undefined);
  const stated = environments.find((environment) => environment[key] !== undefined);
  if (!open || !stated) return [];
  const message = `${environmentWords(open)} goes to the default ${key}, ${environmentWords(stated)} to ${stated[key]}; they count as different even if they are the same`;
  return [warning('TL409', open.place, message, `State the ${key} of every environment, or of none.`)];
}

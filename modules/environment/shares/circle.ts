import type { EnvironmentFacts } from '../facts';
import { requestsOf } from './resolve';

/** Paths of the environments whose data an environment asks for, its own left out. */
export function ownersOf(requester: EnvironmentFacts): readonly string[] {
  const owners = requestsOf(requester).map(({ owner }) => owner);
  return [...new Set(owners)].filter((path) => path !== requester.path);
}

/**
 * Whether an owner asks, by itself or by others, for data of the requester: then not both can come first, and
 * whoever comes first does without the other's tables until they are there.
 */
export function closesCircle(
  requester: EnvironmentFacts,
  owner: string,
  all: readonly EnvironmentFacts[],
): boolean {
  const byPath = new Map(all.map((environment) => [environment.path, environment]));
  const seen = new Set<string>();
  const reaches = (path: string): boolean => {
    if (path === requester.path) return true;
    if (seen.has(path)) return false;
    seen.add(path);
    const environment = byPath.get(path);
    return environment !== undefined && ownersOf(environment).some(reaches);
  };
  return owner !== requester.path && reaches(owner);
}

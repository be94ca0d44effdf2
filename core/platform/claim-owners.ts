import { type Site, siteKey } from '../../aws/site';
import type { Claim } from './claim';
import type { Module, Platform } from './platform';

/** The modules that own a setting of a site: those that claim it, else the first that would. */
export function claimOwners(platform: Platform): (claim: Claim, site: Site) => readonly Module[] {
  const claimed = ownersBy(platform, ({ declaration }) => declaration.claims);
  const ifFree = ownersBy(platform, ({ declaration }) => declaration.claimsIfFree);
  return (claim, site) => {
    const key = keyOf(claim, site);
    return claimed.get(key) ?? ifFree.get(key)?.slice(0, 1) ?? [];
  };
}

function ownersBy(platform: Platform, claimsOf: (module: Module) => readonly Claim[]) {
  const owners = new Map<string, Module[]>();
  for (const environment of platform.environments) {
    for (const module of environment.modules) {
      for (const claim of claimsOf(module)) {
        const key = keyOf(claim, environment);
        owners.set(key, [...(owners.get(key) ?? []), module]);
      }
    }
  }
  return owners;
}

function keyOf(claim: Claim, site: Site): string {
  return `${siteKey(site)}/${claim}`;
}

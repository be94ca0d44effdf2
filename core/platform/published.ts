import { sameSite, type Site } from '../../aws/site';
import type { Environment, Module, Platform } from './platform';

/** A module that publishes a parameter path, and where it is deployed. */
export interface Publisher {
  readonly environment: Environment;
  readonly module: Module;
}

/** Who publishes what: several environments may publish one path, in different accounts or regions. */
export type Published = ReadonlyMap<string, readonly Publisher[]>;

/** All parameter paths that a platform publishes. */
export function publishedBy(platform: Platform): Published {
  const published = new Map<string, Publisher[]>();
  for (const environment of platform.environments) {
    for (const module of environment.modules) {
      for (const path of new Set(module.declaration.publishes)) {
        const publishers = published.get(path);
        if (publishers) publishers.push({ environment, module });
        else published.set(path, [{ environment, module }]);
      }
    }
  }
  return published;
}

/**
 * The publisher that a reader in `environment` gets the value from: the one in its own account and region, else
 * the only one elsewhere. Undefined where nobody publishes the path, or several do and none of them here.
 */
export function publisherFor(published: Published, path: string, environment: Site): Publisher | undefined {
  const all = published.get(path) ?? [];
  const here = all.find((publisher) => sameSite(publisher.environment, environment));
  return here ?? (all.length === 1 ? all[0] : undefined);
}

import type { Environment, Located, Platform } from '../platform';

/** All modules of a platform, in file order. */
export function modulesOf(platform: Platform): readonly Located[] {
  return platform.environments.flatMap((environment) =>
    environment.modules.map((module) => ({ environment, module })),
  );
}

/** `domain/environment/module`. */
export function moduleWords({ environment, module }: Located): string {
  return `${environmentWords(environment)}/${module.name}`;
}

/** `domain/environment`. */
export function environmentWords({ domain, name }: Environment): string {
  return `${domain}/${name}`;
}

import type { Environment, Platform } from './platform';
import { sameTarget } from './published';

/** Whether a folder of a bucket, known by the parameter of its name, or a folder above it is registered. */
export type Registered = (bucket: string, prefix: string) => boolean;

/** What the modules of an environment's account and region register with Lake Formation. */
export function registeredFor(
  platform: Platform,
  target: Pick<Environment, 'account' | 'region'>,
): Registered {
  const registrations = platform.environments
    .filter((other) => sameTarget(other, target))
    .flatMap(({ modules }) => modules.flatMap(({ declaration }) => declaration.registers));
  return (bucket, prefix) =>
    registrations.some(
      (known) =>
        known.bucket === bucket && (known.prefix === '' || `${prefix}/`.startsWith(`${known.prefix}/`)),
    );
}

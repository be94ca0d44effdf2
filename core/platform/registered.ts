import { sameSite, type Site } from '../../aws/site';
import type { Platform } from './platform';

/** Whether a folder of a bucket, known by the parameter of its name, or a folder above it is registered. */
export type Registered = (bucket: string, prefix: string) => boolean;

/** What the modules of a site register with Lake Formation. */
export function registeredFor(platform: Platform, site: Site): Registered {
  const registrations = platform.environments
    .filter((other) => sameSite(other, site))
    .flatMap(({ modules }) => modules.flatMap(({ declaration }) => declaration.registers));
  return (bucket, prefix) =>
    registrations.some(
      (known) =>
        known.bucket === bucket && (known.prefix === '' || `${prefix}/`.startsWith(`${known.prefix}/`)),
    );
}

import type { Names } from '../../core/naming/names';
import type { AthenaWorkgroupConfig } from './config';

/** Physical names of what the module makes. */
export function workgroupNames(names: Names, { verbatimPolicyNamePrefix }: AthenaWorkgroupConfig) {
  return {
    key: names.resource('key', 256),
    bucket: names.resource(undefined, 63),
    workgroup: names.resource(),
    usagePolicy:
      verbatimPolicyNamePrefix === undefined
        ? names.resource('wg-usage', 64)
        : `${verbatimPolicyNamePrefix}-wg-usage`,
  };
}

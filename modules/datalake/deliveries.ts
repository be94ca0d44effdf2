import { plainPrefix } from '../../core/aws/location';
import type { Names } from '../../core/naming/names';
import type { Text } from '../../core/platform/text';
import type { DatalakeConfig } from './config';
import { zoneBucketName } from './names';

/** Inventories of zones that land in a zone of the same lake. */
export interface Delivery {
  /** Where they land. */
  readonly to: string;
  readonly prefix: string;
  /** The zones that are listed. */
  readonly from: readonly string[];
}

/** All deliveries between zones, those within a zone included: one for each zone and prefix. */
export function deliveries({ buckets }: DatalakeConfig, names: Names): readonly Delivery[] {
  const found = new Map<string, Delivery>();
  const zones = Object.keys(buckets).sort();
  for (const from of zones) {
    for (const inventory of Object.values(buckets[from]?.inventories ?? {})) {
      const { destinationBucket: bucket, destinationPrefix = 'inventory' } = inventory;
      const to = bucket ? zones.find((zone) => isBucketOf(names, zone, bucket)) : from;
      if (to === undefined) continue;
      const prefix = plainPrefix(destinationPrefix);
      const key = JSON.stringify([to, prefix]);
      found.set(key, { to, prefix, from: [...new Set([...(found.get(key)?.from ?? []), from])] });
    }
  }
  return [...found.values()];
}

/** Whether a text is the name of a zone's bucket, or a reference to it. */
function isBucketOf(names: Names, zone: string, { literal, parameter }: Text): boolean {
  return literal === zoneBucketName(names, zone) || parameter?.path === names.path(`bucket/${zone}/name`);
}

import * as z from 'zod';
import { configMap, literal, problem, text } from '../module/fields';

const prefix = literal(/^\S*$/, 'a prefix');

const inventory = z
  .strictObject({
    prefix: prefix.describe('What is listed; `/` is all of it.'),
    destinationBucket: text()
      .optional()
      .describe('Name of the bucket for the lists. Default: the bucket itself.'),
    destinationPrefix: prefix.optional().describe('Where they land there; `inventory/` if nothing is said.'),
    destinationAccount: literal(/^\d{12}$/, 'twelve digits in quotes')
      .optional()
      .describe('The account of that bucket.'),
  })
  .superRefine(({ destinationBucket, destinationPrefix, destinationAccount }, ctx) => {
    if (destinationBucket) return;
    for (const [key, value] of Object.entries({ destinationPrefix, destinationAccount })) {
      if (value === undefined) continue;
      problem(ctx, 'TL208', `${key} needs a destinationBucket`, 'Name the bucket, or remove the key.', [key]);
    }
  });

/** Daily lists of a bucket's objects, by name. */
export function inventories() {
  return configMap(inventory).default({}).describe('Daily lists of all objects, by name.');
}

export type Inventories = z.output<ReturnType<typeof inventories>>;

/** Names of the inventories that land in the bucket they list. */
export function ownInventories(configured: Inventories): readonly string[] {
  return Object.keys(configured).filter((name) => !configured[name]?.destinationBucket);
}

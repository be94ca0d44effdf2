import { partitions } from './partitions.generated';

/** All regions that are known: what a wrong one may have been meant to be. */
export const knownRegions: readonly string[] = partitions.flatMap(({ regions }) => regions);

/** Whether AWS has a region, as far as anybody outside an isolated partition can tell. */
export function isRegion(region: string): boolean {
  return partitions.some(
    ({ id, form, regions }) => regions.includes(region) || (id.startsWith('aws-iso') && form.test(region)),
  );
}

/** The partition that a region lies in, `aws` for one of no known form; undefined where the region is not known. */
export function partitionOf(region: string): string;
export function partitionOf(region: string | undefined): string | undefined;
export function partitionOf(region: string | undefined): string | undefined {
  if (region === undefined) return undefined;
  return partitions.find(({ form }) => form.test(region))?.id ?? 'aws';
}

/** The partition of the first ARN in a text that is of another one; undefined where all are of this one. */
export function foreignPartition(text: string, partition: string): string | undefined {
  return [...text.matchAll(/\barn:(aws[a-z-]*):[a-z0-9-]+:/g)]
    .map(([, found]) => found)
    .find((found) => found !== partition);
}

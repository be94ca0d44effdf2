/** Partitions by the beginning of their regions; all others belong to `aws`. */
const partitions: Readonly<Record<string, string>> = {
  'cn-': 'aws-cn',
  'us-gov-': 'aws-us-gov',
  'us-iso-': 'aws-iso',
  'us-isob-': 'aws-iso-b',
  'eu-isoe-': 'aws-iso-e',
  'us-isof-': 'aws-iso-f',
  'eusc-': 'aws-eusc',
};

/** The partition that a region lies in, or undefined where the region is not known. */
export function partitionOf(region: string | undefined): string | undefined {
  if (region === undefined) return undefined;
  const beginning = Object.keys(partitions).find((start) => region.startsWith(start));
  return beginning === undefined ? 'aws' : partitions[beginning];
}

/** The partition of the first ARN in a text that is of another one; undefined where all are of this one. */
export function foreignPartition(text: string, partition: string): string | undefined {
  return [...text.matchAll(/\barn:(aws[a-z-]*):[a-z0-9-]+:/g)]
    .map(([, found]) => found)
    .find((found) => found !== partition);
}

/**
 * The regions of AWS by partition, as the AWS SDKs know them (`partitions.json` of the SDK for JavaScript,
 * Apache-2.0, as of version 3.1173). The isolated partitions are known by the form of their regions only.
 */
export const regions: Readonly<Record<'aws' | 'aws-cn' | 'aws-us-gov' | 'aws-eusc', readonly string[]>> = {
  aws: [
    'af-south-1',
    'ap-east-1',
    'ap-east-2',
    'ap-northeast-1',
    'ap-northeast-2',
    'ap-northeast-3',
    'ap-south-1',
    'ap-south-2',
    'ap-southeast-1',
    'ap-southeast-2',
    'ap-southeast-3',
    'ap-southeast-4',
    'ap-southeast-5',
    'ap-southeast-6',
    'ap-southeast-7',
    'ca-central-1',
    'ca-west-1',
    'eu-central-1',
    'eu-central-2',
    'eu-north-1',
    'eu-south-1',
    'eu-south-2',
    'eu-west-1',
    'eu-west-2',
    'eu-west-3',
    'il-central-1',
    'me-central-1',
    'me-south-1',
    'me-west-1',
    'mx-central-1',
    'sa-east-1',
    'sa-west-1',
    'us-east-1',
    'us-east-2',
    'us-west-1',
    'us-west-2',
  ],
  'aws-cn': ['cn-north-1', 'cn-northwest-1'],
  'aws-us-gov': ['us-gov-east-1', 'us-gov-west-1'],
  'aws-eusc': ['eusc-de-east-1'],
};

/** All regions that are listed: what a wrong one may have been meant to be. */
export const knownRegions: readonly string[] = Object.values(regions).flat();

/** Whether AWS has a region, as far as anybody outside an isolated partition can tell. */
export function isRegion(region: string): boolean {
  return knownRegions.includes(region) || /^(us-iso|us-isob|us-isof|eu-isoe)-[a-z]+-\d+$/.test(region);
}

/** A provider, as `required_providers` names it. */
export interface ProviderRequirement {
  /** The name of its blocks: `aws`. */
  readonly name: string;
  readonly source: string;
  readonly version: string;
}

/** What the resource types of `aws.ts` are of. The short source is what CDKTF writes. */
export const awsProvider: ProviderRequirement = { name: 'aws', source: 'aws', version: '5.100.0' };

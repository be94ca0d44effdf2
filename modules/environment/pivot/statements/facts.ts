import { arnOf, bucketArn, type Location } from '../../../../core/aws/location';
import type { Features } from '../../features';

/** What the policies of a pivot role name. ARNs, account, region and partition may be known to Terraform only. */
export interface PivotFacts {
  readonly location: Location;
  /** Resource prefixes without dash: the one of now, and those that names made earlier begin with. */
  readonly prefixes: readonly [string, ...string[]];
  readonly roleArn: string;
  readonly roleName: string;
  readonly features: Features;
  /** `/<org>/<domain>/<module>`, below which the environment publishes. */
  readonly parameterRoot: string;
  /** Names of imported dataset buckets, which no prefix covers. */
  readonly buckets: readonly string[];
  /** Aliases of imported keys, `alias/…`. */
  readonly keyAliases: readonly string[];
  /** Roles of teams and datasets whose names have no prefix. */
  readonly otherRoleArns: readonly string[];
  /** Roles whose share policies it may look after, besides those with a prefix. */
  readonly consumptionRoleArns: readonly string[];
  /** The permissions boundary of the environment's roles. */
  readonly boundaryArn: string | undefined;
}

/** What they name besides the role itself. */
export type PivotReach = Omit<PivotFacts, 'location' | 'roleArn' | 'roleName' | 'boundaryArn'>;

/** Patterns of what has a prefix in the environment's account and region, such as `workgroup/<prefix>-*`. */
export function prefixed(
  { location, prefixes }: PivotFacts,
  service: string,
  beginning = '',
): readonly string[] {
  return prefixes.map((prefix) => arnOf(location, service, `${beginning}${prefix}-*`));
}

/** ARNs of IAM, which has no regions. */
export function iamArn(
  { partition, account }: Pick<Location, 'partition' | 'account'>,
  resource: string,
): string {
  return `arn:${partition}:iam::${account}:${resource}`;
}

/** The roles whose names have a prefix. */
export function prefixedRoles(facts: PivotFacts): readonly string[] {
  return facts.prefixes.map((prefix) => iamArn(facts.location, `role/${prefix}-*`));
}

/** The buckets whose names have a prefix, and with the same pattern their objects. */
export function prefixedBuckets({ location, prefixes }: PivotFacts): readonly string[] {
  return prefixes.map((prefix) => bucketArn(location, `${prefix}-*`));
}

/** Actions of a service. */
export function of(service: string, ...actions: readonly string[]): readonly string[] {
  return actions.map((action) => `${service}:${action}`);
}

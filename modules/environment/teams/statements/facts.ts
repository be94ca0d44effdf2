import type { Location } from '../../../../core/aws/location';
import type { Features } from '../../features';
import type { Permission } from '../../permissions';

/** What the statements of a team's role are made of. All strings are Terraform strings. */
export interface TeamFacts {
  readonly location: Location;
  /** Resource prefixes without their dash: the environment's own first, then earlier ones. */
  readonly prefixes: readonly [string, ...string[]];
  /** The exact name of the team: the value of the tag `Team`. */
  readonly team: string;
  readonly roleArn: string;
  /** Names of the team's Athena workgroups. */
  readonly workgroups: readonly string[];
  /** Name of the environment's default bucket. */
  readonly bucket: string;
  /** The key of the default bucket, if it has one. */
  readonly bucketKeyArn: string | undefined;
  /** What the team was granted. */
  readonly permissions: ReadonlySet<Permission>;
  /** What is on in the environment. */
  readonly features: Features;
}

import type { OtherSite } from '../../aws/site';
import type { NameKind } from '../../aws/limits';
import type { ConfigPath } from '../config/locate';
import type { Claim } from './claim';
import type { RoleReference } from './role-reference';
import type { Text } from './text';

/** A name that AWS will see. */
export interface PhysicalName {
  readonly kind: NameKind;
  readonly name: string;
}

/**
 * What a module is known for without building it: plain data, used by validation, listing and the lock file.
 * A test asserts for every module that what is declared is what is built.
 */
export interface Declaration {
  /** Full paths of the SSM parameters that the module publishes. */
  readonly publishes: readonly string[];
  /** Account-wide settings that the module owns. */
  readonly claims: readonly Claim[];
  /** Settings that the module makes where no module of the account and region claims them. */
  readonly claimsIfFree: readonly Claim[];
  /** Account-wide settings that some resource of the module waits for. */
  readonly after: readonly Claim[];
  /** Physical names of what the module makes. */
  readonly names: readonly PhysicalName[];
  /** Folders of buckets that the module registers with Lake Formation. */
  readonly registers: readonly Registration[];
  /** Additions to account-wide settings that another module owns. */
  readonly contributes: readonly Contribution[];
  /** Modules, as `<domain>/<environment>/<module>`, whose stacks come first unless that would close a circle. */
  readonly follows: readonly Follow[];
  /** Other accounts and regions that the module's own configuration names, and that it works in. */
  readonly reaches: readonly Reach[];
}

/** A module that should be deployed first, and the part of the YAML that makes it so. */
export interface Follow {
  readonly module: string;
  readonly reason: string;
  readonly from: ConfigPath;
}

/** A site that a module works at beside its own. */
export interface Reach extends OtherSite {
  /** Instead of account and region: the module, as `<domain>/<environment>/<module>`, whose site it is. */
  readonly module?: string;
  /** Where the module's YAML names it. @default the module */
  readonly from?: ConfigPath;
}

/** A folder of a bucket, registered with Lake Formation. */
export interface Registration {
  /** Path of the parameter that holds the bucket's name. */
  readonly bucket: string;
  /** Without slashes at its ends; empty for the whole bucket. */
  readonly prefix: string;
}

/** Lake Formation administrators that the settings' owner is to include. */
export interface Contribution {
  readonly claim: Claim;
  readonly administrators: readonly (RoleReference | Text)[];
}

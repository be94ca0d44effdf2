import type { PolicyStatement } from '../../aws/iam/statement';
import type { AccessLevel } from './actions';
import type { ConfigPath } from '../config/locate';
import type { Role, ModuleScope } from '../module/scope';
import type { Referable } from '../provider/made';

/** Access to the objects below a prefix. */
export interface PrefixAccess {
  /** `/` is the whole bucket. */
  readonly prefix: string;
  readonly level: AccessLevel;
  readonly roles?: readonly Role[];
  /** Principals named by ARN, where they are not among the roles of another entry. */
  readonly principalArns?: readonly string[];
  /** The part of the module's YAML that gives it. */
  readonly from?: ConfigPath;
}

/** The identities that run Terraform; read only where a policy names them, because an unstated one is looked up. */
export type Identities = Pick<ModuleScope, 'deployer' | 'planner'>;

/** Everything that decides a bucket's policy. Pure. */
export interface BucketAccess {
  readonly bucketArn: string;
  /** ARNs of the keys that uploads may name, the bucket's own first; undefined where uploads may name any. */
  readonly keyArns: readonly string[] | undefined;
  readonly prefixAccess: readonly PrefixAccess[];
  /** Roles that list the bucket, those with prefixes only below them. */
  readonly listRoles: readonly Role[];
  readonly serviceStatements: readonly PolicyStatement[];
  /**
   * Nobody but those of `prefixAccess` reaches objects, and nobody of them reaches more, whatever IAM policies say;
   * undefined where they may.
   */
  readonly defaultDeny: DefaultDeny | undefined;
  /** Prefixes that Terraform writes to. */
  readonly deployerPrefixes: readonly string[];
  readonly identities: Identities;
  /** Both keys for destruction were given: the deployer may delete. */
  readonly allowDataLoss: boolean;
}

/** Who a bucket's default deny leaves alone, wherever they reach in it: what they may do is granted elsewhere. */
export interface DefaultDeny {
  readonly exemptRoles?: readonly Role[];
  readonly exemptArns?: readonly string[];
  /** A prefix that whoever has the IAM permission reads, such as `inventory/`; services write there. */
  readonly exceptPrefix?: string;
}

/** A bucket by its name and ARN, both of which wait for its policy and everything that protects it. */
export interface DataBucket {
  readonly name: string;
  readonly arn: string;
  /** For what must wait for the bucket without naming it. */
  readonly policy: Referable;
}

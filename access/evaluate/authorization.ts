import type { Policy } from '../policy/policy';

/** A grant of a KMS key: https://docs.aws.amazon.com/kms/latest/developerguide/grants.html */
export interface KmsGrant {
  /** ARN of a role, a user, a session, or the name of a service. */
  readonly grantee: string;
  /** Such as `Decrypt`, without `kms:`. */
  readonly operations: readonly string[];
  /** Pairs that the request's encryption context must equal, or contain. */
  readonly encryptionContextEquals?: Readonly<Record<string, string>>;
  readonly encryptionContextSubset?: Readonly<Record<string, string>>;
}

/** Every policy that bears on one request. */
export interface Authorization {
  /** Identity policies of the caller; undefined where they are not known. */
  readonly identity: readonly Policy[] | undefined;
  /** The caller's permissions boundary, if it has one. */
  readonly boundary?: Policy;
  /** Policies passed when the session was made. */
  readonly session?: readonly Policy[];
  /** The policy of the resource: bucket policy, key policy, trust policy, … */
  readonly resource?: Policy;
  /**
   * Without a statement of the resource's policy nobody has access, not even in the own account: keys
   * (https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html) and trust policies of roles.
   */
  readonly resourcePolicyDecides?: boolean;
  /** Grants of a key. */
  readonly grants?: readonly KmsGrant[];
  /** The access point that the request goes through, see `evaluate/access-point.ts`. */
  readonly accessPoint?: { readonly arn: string; readonly account: string; readonly policy?: Policy };
}

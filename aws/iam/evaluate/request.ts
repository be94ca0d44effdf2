import type { Policy } from '../policy';

/** Who asks. ARNs and ids are complete; `session` is the last part of a role session's ARN and of `aws:userid`. */
export type Caller =
  | {
      readonly kind: 'role';
      readonly arn: string;
      readonly id: string;
      readonly account: string;
      readonly session: string;
    }
  | { readonly kind: 'user'; readonly arn: string; readonly id: string; readonly account: string }
  | { readonly kind: 'root'; readonly account: string; readonly partition: string }
  | { readonly kind: 'service'; readonly service: string }
  | { readonly kind: 'federated'; readonly provider: string }
  | { readonly kind: 'anonymous' };

/**
 * The value of a condition key: its values (one or several), `absent` when the request has no such key, `unknown`
 * when nobody said. Keys are compared without case.
 */
export type ContextValue = readonly string[] | 'absent' | 'unknown';

/** The condition keys of a request. */
export interface RequestContext {
  get(key: string): ContextValue;
}

/** One request to AWS. */
export interface Request {
  readonly caller: Caller;
  /** `s3:GetObject`; compared without case. */
  readonly action: string;
  /** An ARN, or `*` for actions that know no resource. */
  readonly resource: string;
  /** The account that owns the resource. */
  readonly resourceAccount: string;
  readonly context: RequestContext;
}

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
export interface Authorization<Origin = unknown> {
  /** Identity policies of the caller; undefined where they are not known. */
  readonly identity: readonly Policy<Origin>[] | undefined;
  /** The caller's permissions boundary, if it has one. */
  readonly boundary?: Policy<Origin>;
  /** Policies passed when the session was made. */
  readonly session?: readonly Policy<Origin>[];
  /** The policy of the resource: bucket policy, key policy, trust policy, … */
  readonly resource?: Policy<Origin>;
  /**
   * Without a statement of the resource's policy nobody has access, not even in the own account: keys
   * (https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html) and trust policies of roles.
   */
  readonly resourcePolicyDecides?: boolean;
  /** Grants of a key. */
  readonly grants?: readonly KmsGrant[];
  /** The S3 access point that the request goes through. */
  readonly accessPoint?: { readonly arn: string; readonly account: string; readonly policy?: Policy<Origin> };
}

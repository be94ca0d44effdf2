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

import type { Policy } from '../../aws/iam/policy';
import type { Place } from '../../diagnostics/diagnostic';

/** Where something comes from: the resource that Terraform makes, and the YAML that asked for it. */
export interface Origin {
  /** The stack that makes it. */
  readonly stack: string;
  /** `<type>.<id>`; the ARN for what was read back from AWS. */
  readonly address: string;
  /** The YAML that asked for it, as close as it is known. */
  readonly place: Place | undefined;
}

/** A policy each of whose statements knows where it comes from. */
export type TracedPolicy = Policy<Origin>;

import type { PolicyDocument } from '../blueprint/policy-document';
import type { Expression } from './expression';
import type { Referable } from './made';

/** Arguments of a resource: those of the provider, each as itself or as an expression, and Terraform's own. */
export type Arguments<Config> = { readonly [K in keyof Config]: Argument<Config[K]> } & MetaArguments;

type Argument<T> = NonNullable<T> extends string ? T | PolicyDocument : T | Expression;

/** What every resource may say, whatever its type. */
export interface MetaArguments {
  readonly dependsOn?: readonly Referable[];
  readonly count?: number | Expression;
  readonly forEach?: Expression;
  readonly lifecycle?: Lifecycle;
  /** Another provider block than the stack's own: what `board.provider` gives. */
  readonly provider?: ProviderReference;
}

/** A provider block of the stack: `aws.account_111111111111_eu-west-1`, or `aws` for the stack's own. */
export type ProviderReference = string & { readonly providerReference: never };

/** How a resource is replaced and what must hold of it. */
export interface Lifecycle {
  readonly createBeforeDestroy?: boolean;
  readonly preventDestroy?: boolean;
  readonly ignoreChanges?: 'all' | readonly string[];
  readonly replaceTriggeredBy?: readonly Referable[];
  readonly precondition?: readonly Condition[];
  readonly postcondition?: readonly Condition[];
}

/** A condition, and what Terraform says where it does not hold. */
export interface Condition {
  readonly condition: string;
  readonly errorMessage: string;
}

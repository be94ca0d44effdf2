import type { Place } from '../../diagnostics/diagnostic';
import type { ProviderRequirement } from '../provider/requirement';
import type { ResourceType } from '../provider/resource-type';

/** A resource or data source that will stand. */
export interface Element {
  readonly type: ResourceType;
  /** The name in its address. */
  readonly id: string;
  /** `<type>.<id>`, with `data.` before it for a data source. */
  readonly address: string;
  /** Where CDKTF's tree has it, below the stack. */
  readonly path: readonly string[];
  /** By the names of the bindings; strings are Terraform strings. */
  readonly arguments: Readonly<Record<string, unknown>>;
  /** Arguments by Terraform's own names, over the others. */
  readonly raw: Readonly<Record<string, unknown>>;
  /** Undefined for what the stack itself needs (look-ups, the deploying identity). */
  readonly origin: Origin | undefined;
  /** Holds data. */
  readonly data: boolean;
}

/** The YAML that asked for a resource. Kept beside the stacks: lines move, and the output must not. */
export interface Origin {
  /** The module's key in the YAML. */
  readonly module: string;
  readonly place: Place;
  /** For each statement of the resource's policy document, where it is known more closely. */
  readonly statements: readonly (Place | undefined)[];
}

/** A variable of a stack. */
export interface Variable {
  readonly id: string;
  readonly type: string;
  readonly description: string;
  readonly default: unknown;
}

/** A `provider` block; the first of a stack is its own. */
export interface ProviderBlock {
  readonly provider: ProviderRequirement;
  readonly alias: string | undefined;
  /** By Terraform's own names. */
  readonly arguments: Readonly<Record<string, unknown>>;
}

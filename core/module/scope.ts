import type { TerraformElement, TerraformProvider, TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import type { OtherSite } from '../../aws/site';
import type { ConfigPath } from '../config/locate';
import type { Names, PathScope } from '../naming/names';
import type { Claim } from '../platform/claim';

import type { JsonObject, JsonValue } from '../platform/json';
import type { Located } from '../platform/platform';
import type { Registered } from '../platform/registered';
import type { RoleReference } from '../platform/role-reference';
import type { ModuleContext } from './define-module';
import type { Text } from '../platform/text';

/** Keys of a resource's address: `<type>.<module>__<key>__<key>`. Always from configuration keys, never from positions. */
export type AddressKey = string | readonly string[];

export interface AddOptions {
  /** Account-wide settings that must be made before and removed after this resource, if the platform owns them. */
  readonly after?: readonly Claim[];
  /** The account-wide setting that this resource is. */
  readonly owns?: Claim;
  /** The resource holds data: `prevent_destroy` unless protection was lifted, and recorded in `platform.lock.yaml`. */
  readonly protect?: boolean;
  /** The part of the module's YAML that asks for the resource. @default the module */
  readonly from?: ConfigPath;
  /** The same for each statement of the resource's policy document, in its order. */
  readonly statementsFrom?: readonly (ConfigPath | undefined)[];
}

/** Whether what holds data may go. */
export interface Protection {
  /** `deletion_protection` is not false: resources that hold data carry `prevent_destroy`. */
  readonly prevent: boolean;
  /** Both keys were given (`deletion_protection: false` and `--allow-data-loss`): `force_destroy` may be set. */
  readonly allowDataLoss: boolean;
}

/** A role, known or looked up. Each facet is looked up only when it is read. All are Terraform strings. */
export interface Role {
  /** Stable, unique among the roles of a stack: for addresses. */
  readonly key: string;
  /** The unique id, `AROA…`. */
  readonly id: string;
  readonly arn: string;
  readonly name: string;
  /** No policy may be attached to it. */
  readonly immutable: boolean;
}

/** A class of constructs that makes a Terraform resource, data source or provider. */
export type ElementClass<P, R extends TerraformElement> = new (scope: Construct, id: string, config: P) => R;

/** All that a module may touch while it builds. */
export interface ModuleScope {
  /** The stack, for reading; constructs are made with {@link add}. */
  readonly stack: TerraformStack;
  readonly names: Names;
  /** The module's key in the YAML. */
  readonly module: string;
  /** Terraform strings: literal where the environment states them, data sources where it says `default`. */
  readonly account: string;
  readonly region: string;
  readonly partition: string;
  /** ARN of the deploying identity (design §3): `deployRoleArn`, or the first one that applied. */
  readonly deployer: string;
  /** ARN of the identity that plans, where one is configured. */
  readonly planner: string | undefined;
  readonly protection: Protection;

  /**
   * Makes a resource or data source at `<type>.<module>__<key…>`. Every construct of a module is made with it.
   * @throws ConfigurationError TL503 when the address is taken
   */
  add<P, R extends TerraformElement>(
    type: ElementClass<P, R>,
    key: AddressKey,
    config: P,
    options?: AddOptions,
  ): R;

  /** Physical name: shorthand for `names.resource`. */
  name(suffix?: string, maxLength?: number): string;

  /** Text from YAML as a Terraform string: escaped, references resolved by the link step. */
  value(text: Text): string;
  value(text: Text | undefined): string | undefined;
  /** Free-form YAML as a value for Terraform (for `JSON.stringify` or a map argument). */
  json(value: JsonObject): { [key: string]: unknown };
  json(value: JsonValue): unknown;
  /** A plain string that comes from the user (a map key, the content of a file), escaped for Terraform. */
  literal(text: string): string;

  /** The role behind a reference; the same object for references to the same role. */
  role(reference: RoleReference): Role;
  /** The role behind an ARN written in the YAML. */
  roleOfArn(arn: Text): Role;

  /**
   * Publishes a value as an SSM parameter at `names.path(path, …)`, for other modules and for people.
   * `names` stands for a part with a suffix; `absolute` paths are taken as they are. Returns the parameter's ARN.
   */
  publish(path: string, value: string, options?: PublishOptions): string;
  /** Publishes `<prefix>/arn` and `<prefix>/id` (and `/name` if `withName`) of a role that this module makes. */
  publishRole(
    prefix: string,
    role: { readonly arn: string; readonly uniqueId: string; readonly name: string },
    options?: PublishOptions & { readonly withName?: boolean },
  ): void;
  /** A value published by another module (or by nobody in this platform), by full path. */
  parameter(path: string): string;

  /** Whether a folder of a bucket (by the parameter of its name) is registered with Lake Formation by this platform. */
  readonly registered: Registered;

  /** What the module knew when it was read. */
  readonly context: ModuleContext;
  /** The module itself, and where it stands. */
  readonly own: Located;
  /** The modules of the same definition in the whole platform, in file order, itself included. */
  readonly siblings: readonly Located[];
  /** Whether the module makes a setting of `claimsIfFree`: no other module of the account and region claims it. */
  makes(claim: Claim): boolean;

  /** Administrators that other modules and environments add to a setting that this module owns: ARNs. */
  contributions(claim: Claim): readonly string[];

  /**
   * The provider for another account or region, for `provider` of a resource; what is left out is the module's
   * own, and for its own account and region it is the stack's own provider. Account-wide settings of another
   * account are not waited for.
   * @throws ConfigurationError TL410 for what neither `additional_accounts` or `additional_stacks` of the module
   * nor `reaches` of its declaration names, and where no role for it is known
   */
  provider(where: OtherSite): TerraformProvider;
}

export interface PublishOptions {
  readonly scope?: PathScope;
  readonly preserveCase?: boolean;
  /** The path is complete already (`/glue-catalog-settings/catalog-kms-key`). */
  readonly absolute?: boolean;
  readonly names?: Names;
  readonly tier?: 'Standard' | 'Advanced';
}

import type { PolicyStatement } from '../../aws/iam/statement';
import type { PolicyDocument, PolicyOf } from '../blueprint/policy-document';
import type { ConfigPath } from '../config/locate';
import type { Names, PathScope } from '../naming/names';
import type { Claim } from '../platform/claim';
import type { OtherSite } from '../../aws/site';
import type { JsonObject, JsonValue, Text } from '../platform/text';
import type { Located } from '../platform/platform';
import type { Registered } from '../platform/registered';
import type { RoleReference } from '../platform/role-reference';
import type { ModuleContext } from './define-module';
import type { ProviderReference } from '../provider/arguments';
import type { Expression } from '../provider/expression';
import type { Attributes } from '../provider/made';
import type { ProviderRequirement } from '../provider/requirement';
import type { ArgumentsOf, ResourceType } from '../provider/resource-type';
import type { ModuleFinding } from './define-module';

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
  /** Arguments by Terraform's own names, for what the types of the provider cannot express; over the others. */
  readonly raw?: Readonly<Record<string, unknown>>;
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

/** All that a module may touch while it builds. */
export interface ModuleScope {
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
   * Adds a resource or data source at `<type>.<module>__<key…>`; its attributes are what others refer to. An address
   * that is taken is refused (TL503).
   */
  add<Config, Made>(
    type: ResourceType<Config, Made>,
    key: AddressKey,
    config: ArgumentsOf<Config>,
    options?: AddOptions,
  ): Attributes<Made>;

  /**
   * Adds a variable of the stack at `<module>__<key…>`; setting it once more changes it. `value` is its default.
   */
  variable(
    key: AddressKey,
    variable: { readonly type: string; readonly description: string; readonly value: unknown },
  ): Expression;

  /** Tells of an error at a part of the module's YAML (the module, where `path` is left out); drawing goes on. */
  refuse(finding: Omit<ModuleFinding, 'severity' | 'path'> & { readonly path?: ModuleFinding['path'] }): void;

  /**
   * A policy as an argument. A document that AWS would not take is refused at the statement that brings it over its
   * limit; `what` says which limit, and whose policy it is.
   */
  policy(statements: readonly PolicyStatement[], what?: PolicyOf): PolicyDocument;

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
   * account are not waited for. What neither `additional_accounts` or `additional_stacks` of the module nor `reaches`
   * of its declaration names is refused (TL410), and so is an account for which no role is known.
   */
  provider(where: OtherSite): ProviderReference;

  /**
   * Brings a provider other than AWS into the stack, for resources of its types (`resourceOf`); `arguments` by
   * Terraform's own names. Two sources, two versions or two blocks of one alias in a stack are refused (TL411).
   */
  bring(
    provider: ProviderRequirement,
    block?: { readonly alias?: string; readonly arguments?: Readonly<Record<string, unknown>> },
  ): ProviderReference;
}

export interface PublishOptions {
  readonly scope?: PathScope;
  readonly preserveCase?: boolean;
  /** The path is complete already (`/glue-catalog-settings/catalog-kms-key`). */
  readonly absolute?: boolean;
  readonly names?: Names;
  readonly tier?: 'Standard' | 'Advanced';
}

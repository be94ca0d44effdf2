import { SsmParameter } from '@cdktf/provider-aws/lib/ssm-parameter';
import { TerraformResource, type TerraformElement, type TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { type OtherSite, sameSite, siteFrom } from '../../aws/site';
import { ConfigurationError } from '../../diagnostics/diagnostic';
import type { ModuleContext, ModuleView } from '../module/define-module';
import type {
  AddOptions,
  AddressKey,
  ElementClass,
  ModuleScope,
  Protection,
  PublishOptions,
  Role,
} from '../module/scope';
import { addressOf } from '../naming/address';
import type { Names } from '../naming/names';
import type { Claim } from '../platform/claim';

import type { JsonValue } from '../platform/json';
import type { Located, Module, Platform } from '../platform/platform';

import { isWay, reachesOf, wayTo } from '../platform/reach';
import type { Registered } from '../platform/registered';
import type { RoleReference } from '../platform/role-reference';
import { Text } from '../platform/text';
import { elementType, type EnvironmentStack } from './environment-stack';
import { escapeTemplate } from '../platform/escape';
import type { Linker } from './linker';
import { originOf } from './origin';
import { ModuleConstruct } from './module-construct';
import type { Roles } from './roles';
import { textValue } from './text-value';

/** The scope that a module builds in: the one implementation of {@link ModuleScope}. */
export class StackScope implements ModuleScope {
  private readonly tree: ModuleConstruct;

  constructor(
    readonly stack: EnvironmentStack,
    private readonly definition: Module,
    private readonly platform: Platform,
    private readonly linker: Linker,
    private readonly roles: Roles,
    readonly protection: Protection,
    private readonly contributed: (claim: Claim) => readonly (RoleReference | Text)[],
    private readonly view: ModuleView,
    private readonly owned: ReadonlySet<Claim>,
  ) {
    this.tree = new ModuleConstruct(stack, definition, this.value(definition.permissionsBoundaryArn));
  }

  get registered(): Registered {
    return this.view.registered;
  }

  get own(): Located {
    return this.view.own;
  }

  get siblings(): readonly Located[] {
    return this.view.siblings;
  }

  get context(): ModuleContext {
    return this.definition.context;
  }

  makes(claim: Claim): boolean {
    return this.owned.has(claim);
  }

  get names(): Names {
    return this.definition.names;
  }

  get module(): string {
    return this.definition.name;
  }

  get account(): string {
    return this.stack.provider.account;
  }

  get region(): string {
    return this.stack.provider.region;
  }

  get partition(): string {
    return this.stack.provider.partition;
  }

  get deployer(): string {
    return this.stack.provider.deployer;
  }

  get planner(): string | undefined {
    return this.stack.plan.environment.planRoleArn;
  }

  add<P, R extends TerraformElement>(
    type: ElementClass<P, R>,
    key: AddressKey,
    config: P,
    options: AddOptions = {},
  ): R {
    const id = addressOf(this.module, key);
    const element = new type(this.container(type, config, id), id, this.protected(config, options));
    this.tree.keys.set(element, [key].flat());
    const address = `${elementType(element)}.${id}`;
    if (element instanceof TerraformResource) this.order(element, options);
    this.stack.origins.set(address, originOf(this.definition, options));
    if (options.protect === true) {
      this.stack.dataAddresses.add(address);
      if (this.protection.prevent) this.stack.protectedAddresses.add(address);
    }
    return element;
  }

  name(suffix?: string, maxLength?: number): string {
    return this.names.resource(suffix, maxLength);
  }

  value(text: Text): string;
  value(text: Text | undefined): string | undefined;
  value(text: Text | undefined): string | undefined {
    return text && textValue(this.stack, this.linker, text);
  }

  json(value: { readonly [key: string]: JsonValue }): { [key: string]: unknown };
  json(value: JsonValue): unknown;
  json(value: JsonValue): unknown {
    if (value instanceof Text) return this.value(value);
    if (Array.isArray(value)) return value.map((item: JsonValue) => this.json(item));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value as Record<string, JsonValue>).map(([key, item]) => [
        escapeTemplate(key),
        this.json(item),
      ]),
    );
  }

  literal(text: string): string {
    return escapeTemplate(text);
  }

  role(reference: RoleReference): Role {
    return this.roles.get(reference);
  }

  roleOfArn(arn: Text): Role {
    return this.roles.get({ arn, immutable: false, sso: false });
  }

  publish(path: string, value: string, options: PublishOptions = {}): string {
    const { absolute, names = this.names, tier, ...where } = options;
    const full = absolute === true ? path : names.path(path, where);
    const own = this.names.path('');
    const key = full.startsWith(own) ? full.slice(own.length) : full;
    this.linker.publish(this.stack, full, value);
    return this.add(SsmParameter, key.replace(/^\//, '').split('/'), {
      name: full,
      type: 'String',
      value,
      ...(tier && { tier }),
    }).arn;
  }

  publishRole(
    prefix: string,
    role: { readonly arn: string; readonly uniqueId: string; readonly name: string },
    options: PublishOptions & { readonly withName?: boolean } = {},
  ): void {
    const { withName = true, ...where } = options;
    this.publish(`${prefix}/arn`, role.arn, where);
    this.publish(`${prefix}/id`, role.uniqueId, where);
    if (withName) this.publish(`${prefix}/name`, role.name, where);
    const { absolute, names = this.names, ...path } = where;
    this.stack.roleNames.set(absolute === true ? prefix : names.path(prefix, path), role.name);
  }

  parameter(path: string): string {
    return this.linker.token(this.stack, path);
  }

  contributions(claim: Claim): readonly string[] {
    return this.contributed(claim).map((who) => (who instanceof Text ? this.value(who) : this.role(who).arn));
  }

  provider(where: OtherSite): TerraformProvider {
    const { environment } = this.stack.plan;
    const site = siteFrom(environment, where);
    const { declaration, additionalTargets, name, place } = this.definition;
    const within = [{}, ...additionalTargets, ...reachesOf(this.platform, declaration)].some((other) =>
      sameSite(siteFrom(environment, other), site),
    );
    if (!within) {
      const words = [site.account, site.region].filter(Boolean).join('/');
      throw this.failure(
        'TL410',
        `module "${name}" works in ${words}, which it is not told to reach`,
        'Add the account to `additional_accounts:` of the module, or account and region to `additional_stacks:`.',
      );
    }
    const way = wayTo(this.platform, environment, site);
    if (!isWay(way)) throw new ConfigurationError([{ severity: 'error', place, ...way }]);
    return this.stack.provider.going(way);
  }

  private container<P>(type: ElementClass<P, TerraformElement>, config: P, id: string): Construct {
    const kind = (config as { terraformResourceType?: string }).terraformResourceType ?? type.name;
    const found = this.tree.node.tryFindChild(kind);
    const container = found instanceof Construct ? found : new Construct(this.tree, kind);
    if (container.node.tryFindChild(id)) {
      throw this.failure(
        'TL503',
        `two resources of module "${this.module}" have the address ${kind}.${id}`,
        'Rename one of the keys that the address is made of.',
      );
    }
    return container;
  }

  private protected<P>(config: P, options: AddOptions): P {
    if (options.protect !== true || !this.protection.prevent) return config;
    const lifecycle = (config as { lifecycle?: object }).lifecycle;
    return { ...config, lifecycle: { ...lifecycle, preventDestroy: true } };
  }

  private order(resource: TerraformResource, options: AddOptions): void {
    if (options.owns) this.linker.own(this.stack, options.owns, resource);
    // The settings of another account are those of its own stacks.
    const elsewhere = resource.provider?.alias !== undefined;
    for (const claim of elsewhere ? [] : (options.after ?? [])) this.linker.wait(this.stack, claim, resource);
  }

  private failure(code: 'TL410' | 'TL503', message: string, help: string): ConfigurationError {
    return new ConfigurationError([{ severity: 'error', code, message, help, place: this.definition.place }]);
  }
}

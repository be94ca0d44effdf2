import type { PolicyStatement } from '../../aws/iam/statement';
import type { ConfigPath } from '../config/locate';
import type { Diagnostic } from '../../diagnostics/diagnostic';
import { sameSite, siteFrom, type OtherSite, type Site } from '../../aws/site';
import type { ModuleContext, ModuleView } from '../module/define-module';
import type { AddOptions, AddressKey, ModuleScope, Protection, PublishOptions, Role } from '../module/scope';
import { addressOf } from '../naming/address';
import type { Names } from '../naming/names';
import type { Claim } from '../platform/claim';
import { escapeTags, escapeTemplate } from '../platform/escape';
import type { Located, Module, Platform } from '../platform/platform';
import { isWay, reachesOf, wayTo } from '../platform/reach';
import type { Registered } from '../platform/registered';
import type { RoleReference } from '../platform/role-reference';
import { type JsonValue, Text } from '../platform/text';
import type { ProviderReference } from '../provider/arguments';
import { IamRole, SsmParameter } from '../provider/aws';
import { type Expression, expression } from '../provider/expression';
import { addressIn, type Attributes, made, type Referable } from '../provider/made';
import { awsProvider, type ProviderRequirement } from '../provider/requirement';
import type { ArgumentsOf, ResourceType } from '../provider/resource-type';
import type { Origin } from './element';
import type { Link, Linked } from './link';
import { awaited } from './parameter';
import { PolicyDocument, type PolicyOf } from './policy-document';
import type { RefuseRole } from './roles';
import { textValue } from './text-value';

/** What a board is given beside its module. */
export interface Surroundings {
  readonly platform: Platform;
  readonly link: Link;
  readonly protection: Protection;
  readonly view: ModuleView;
  /** What other modules and environments add to a setting. */
  readonly contributed: (claim: Claim) => readonly (RoleReference | Text)[];
  /** Settings that the module makes because nobody claims them. */
  readonly owned: ReadonlySet<Claim>;
  readonly report: (finding: Diagnostic) => void;
}

/** What a module draws on: the one implementation of {@link ModuleScope}. */
export class Board implements ModuleScope {
  private readonly boundary: string | undefined;

  constructor(
    private readonly linked: Linked,
    private readonly definition: Module,
    private readonly surroundings: Surroundings,
  ) {
    this.boundary = this.value(definition.permissionsBoundaryArn);
  }

  get registered(): Registered {
    return this.surroundings.view.registered;
  }

  get own(): Located {
    return this.surroundings.view.own;
  }

  get siblings(): readonly Located[] {
    return this.surroundings.view.siblings;
  }

  get protection(): Protection {
    return this.surroundings.protection;
  }

  get context(): ModuleContext {
    return this.definition.context;
  }

  makes(claim: Claim): boolean {
    return this.surroundings.owned.has(claim);
  }

  get names(): Names {
    return this.definition.names;
  }

  get module(): string {
    return this.definition.name;
  }

  get account(): string {
    return this.linked.provider.account;
  }

  get region(): string {
    return this.linked.provider.region;
  }

  get partition(): string {
    return this.linked.provider.partition;
  }

  get deployer(): string {
    return this.linked.provider.deployer;
  }

  get planner(): string | undefined {
    return this.linked.stack.plan.environment.planRoleArn;
  }

  add<Config, Made>(
    type: ResourceType<Config, Made>,
    key: AddressKey,
    config: ArgumentsOf<Config>,
    options: AddOptions = {},
  ): Attributes<Made> {
    const { stack } = this.linked;
    const id = addressOf(this.module, key);
    if (stack.has(type as ResourceType, id)) {
      this.refuse({
        code: 'TL503',
        message: `two resources of module "${this.module}" have the address ${type.type}.${id}`,
        help: 'Rename one of the keys that the address is made of.',
        ...(options.from && { path: options.from }),
      });
      return made<Made>(`${type.type}.${id}`, type);
    }
    // Without a block Terraform would take whatever version it finds.
    if (type.provider && !stack.providers.some(({ provider }) => provider.name === type.provider?.name))
      this.bring(type.provider);
    const element = stack.add(type, {
      id,
      path: [this.module, type.name, id],
      arguments: this.common(type as ResourceType, [key].flat(), plainArguments(config), options),
      raw: options.raw ?? {},
      origin: this.originOf(options, config),
      data: options.protect === true,
    });
    if (options.owns) this.surroundings.link.own(stack, options.owns, element);
    // The settings of another account are those of its own stacks.
    const elsewhere = config.provider !== undefined && config.provider !== ownProvider;
    for (const claim of elsewhere ? [] : (options.after ?? []))
      this.surroundings.link.wait(stack, claim, element);
    return element;
  }

  variable(
    key: AddressKey,
    { type, description, value }: { type: string; description: string; value: unknown },
  ): Expression {
    const id = addressOf(this.module, key);
    this.linked.stack.setVariable({ id, type, description, default: value });
    return expression(`var.${id}`);
  }

  policy(statements: readonly PolicyStatement[], what?: PolicyOf): PolicyDocument {
    return PolicyDocument.of(statements, what);
  }

  name(suffix?: string, maxLength?: number): string {
    return this.names.resource(suffix, maxLength);
  }

  value(text: Text): string;
  value(text: Text | undefined): string | undefined;
  value(text: Text | undefined): string | undefined {
    return text && textValue(this.linked.provider, text);
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
    return this.linked.roles.get(reference, this.refusing(reference));
  }

  roleOfArn(arn: Text): Role {
    return this.linked.roles.get({ arn, immutable: false, sso: false }, this.refusing(arn));
  }

  publish(path: string, value: string, options: PublishOptions = {}): string {
    const { absolute, names = this.names, tier, ...where } = options;
    const full = absolute === true ? path : names.path(path, where);
    const own = this.names.path('');
    const key = full.startsWith(own) ? full.slice(own.length) : full;
    this.surroundings.link.publish(this.linked.stack, full, value);
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
    this.linked.stack.roleNames.set(absolute === true ? prefix : names.path(prefix, path), role.name);
  }

  parameter(path: string): string {
    return awaited('value', path);
  }

  contributions(claim: Claim): readonly string[] {
    return this.surroundings
      .contributed(claim)
      .map((who) => (who instanceof Text ? this.value(who) : this.role(who).arn));
  }

  provider(where: OtherSite): ProviderReference {
    const { platform } = this.surroundings;
    const { environment } = this.linked.stack.plan;
    const site = siteFrom(environment, where);
    const { declaration, additionalTargets } = this.definition;
    const within = [{}, ...additionalTargets, ...reachesOf(platform, declaration)].some((other) =>
      sameSite(siteFrom(environment, other), site),
    );
    const way = within ? wayTo(platform, environment, site) : this.notToldToReach(site);
    if (isWay(way)) return this.linked.provider.going(way);
    this.refuse(way);
    return ownProvider;
  }

  bring(
    provider: ProviderRequirement,
    { alias, arguments: args = {} }: { alias?: string; arguments?: Readonly<Record<string, unknown>> } = {},
  ): ProviderReference {
    const wrong = this.linked.stack.addProvider({ provider, alias, arguments: args });
    if (wrong !== undefined) {
      const help =
        'Let the modules of one stack agree on source, version and alias, or use `stacks: per-module`.';
      this.refuse({ code: 'TL411', message: wrong, help });
    }
    return [provider.name, ...(alias === undefined ? [] : [alias])].join('.') as ProviderReference;
  }

  refuse({ path, ...finding }: Omit<Diagnostic, 'place' | 'severity'> & { path?: ConfigPath }): void {
    const place = path ? this.definition.locate(path) : this.definition.place;
    this.surroundings.report({ severity: 'error', place, ...finding });
  }

  private notToldToReach({ account, region }: Site) {
    return {
      code: 'TL410',
      message: `module "${this.module}" works in ${[account, region].filter(Boolean).join('/')}, which it is not told to reach`,
      help: 'Add the account to `additional_accounts:` of the module, or account and region to `additional_stacks:`.',
    } as const;
  }

  private refusing(written: unknown): RefuseRole {
    return (finding) => {
      const place = this.definition.placeOf(written);
      this.surroundings.report({ severity: 'error', place, ...finding });
    };
  }

  private originOf({ from }: AddOptions, args: object): Origin {
    const { name, locate, place } = this.definition;
    const document = Object.values(args).find((value) => value instanceof PolicyDocument);
    return {
      module: name,
      place: from ? locate(from) : place,
      statements: document?.from.map((path) => path && locate(path)) ?? [],
    };
  }

  /** What all resources of the module have in common: protection, its tags, the boundary of its roles. */
  private common(
    type: ResourceType,
    [part = '', object = '']: readonly string[],
    args: Readonly<Record<string, unknown>>,
    { protect = false }: AddOptions,
  ): Readonly<Record<string, unknown>> {
    const { tags, tagsOf } = this.definition;
    return {
      ...args,
      ...(protect &&
        this.protection.prevent && {
          lifecycle: { ...(args.lifecycle as object | undefined), preventDestroy: true },
        }),
      ...(type.taggable && {
        tags: { ...escapeTags({ ...tags, ...tagsOf(part, object) }), ...(args.tags as object | undefined) },
      }),
      ...(type.type === IamRole.type &&
        this.boundary !== undefined && { permissionsBoundary: this.boundary }),
    };
  }
}

const ownProvider = awsProvider.name as ProviderReference;

/** Arguments without what only the type checker needs: what is waited for becomes addresses. */
function plainArguments(args: ArgumentsOf<unknown>): Readonly<Record<string, unknown>> {
  const { dependsOn, lifecycle, ...rest } = args;
  const addresses = (list: readonly Referable[]) => list.map(addressIn);
  return {
    ...rest,
    ...(dependsOn && { dependsOn: addresses(dependsOn) }),
    ...(lifecycle && {
      lifecycle: {
        ...lifecycle,
        ...(lifecycle.replaceTriggeredBy && {
          replaceTriggeredBy: addresses(lifecycle.replaceTriggeredBy),
        }),
      },
    }),
  };
}

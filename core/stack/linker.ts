import { DataAwsSsmParameter } from '@cdktf/provider-aws/lib/data-aws-ssm-parameter';
import { dependable, Lazy, type TerraformProvider, type TerraformResource } from 'cdktf';
import { Construct } from 'constructs';
import { sameSite } from '../../aws/site';
import { ConfigurationError } from '../../diagnostics/diagnostic';
import { addressOf } from '../naming/address';
import type { Claim } from '../platform/claim';
import type { Platform } from '../platform/platform';
import { type Published as PublishedBy, publishedBy, publisherFor } from '../platform/published';
import { isWay, type NoWay, wayTo } from '../platform/reach';
import type { EnvironmentStack } from './environment-stack';

/** What a parameter path holds and which stack publishes it. */
interface Published {
  readonly stack: EnvironmentStack;
  readonly value: string;
}

interface Waiting {
  readonly stack: EnvironmentStack;
  readonly resource: TerraformResource;
  readonly claim: Claim;
}

/**
 * Knows what every module publishes and hands out lazy tokens for what others read. {@link link} resolves each
 * once, after all modules are built: a resource attribute within a stack, a look-up of the SSM parameter
 * and a stack dependency across stacks, through a provider alias where the stack is in another account or region. CDKTF's own cross-stack references are never used.
 */
export class Linker {
  private readonly publishers: PublishedBy;
  private readonly published = new Map<string, Published[]>();
  private readonly read = new Map<EnvironmentStack, Map<string, string>>();
  private readonly resolved = new Map<EnvironmentStack, Map<string, string>>();
  private readonly owners = new Map<Claim, { stack: EnvironmentStack; resources: TerraformResource[] }[]>();
  private readonly waiting: Waiting[] = [];

  constructor(private readonly platform: Platform) {
    this.publishers = publishedBy(platform);
  }

  /** Records what a path holds. Validation has seen to it that no other module of the account and region publishes it. */
  publish(stack: EnvironmentStack, path: string, value: string): void {
    this.published.set(path, [...(this.published.get(path) ?? []), { stack, value }]);
  }

  /** A Terraform string for the value behind a path. */
  token(consumer: EnvironmentStack, path: string): string {
    const reads = this.read.get(consumer) ?? new Map<string, string>();
    this.read.set(consumer, reads);
    const token =
      reads.get(path) ?? Lazy.stringValue({ produce: () => this.resolved.get(consumer)?.get(path) ?? '' });
    reads.set(path, token);
    return token;
  }

  /** The resource that is an account-wide setting. */
  own(stack: EnvironmentStack, claim: Claim, resource: TerraformResource): void {
    const owners = this.owners.get(claim) ?? [];
    const owner = owners.find((candidate) => candidate.stack === stack);
    if (owner) owner.resources.push(resource);
    else owners.push({ stack, resources: [resource] });
    this.owners.set(claim, owners);
  }

  /** The resource is made after the setting and removed before it, if this platform owns the setting. */
  wait(stack: EnvironmentStack, claim: Claim, resource: TerraformResource): void {
    this.waiting.push({ stack, claim, resource });
  }

  /** Resolves everything; call once, after all modules are built. @throws ConfigurationError TL410 */
  link(): void {
    for (const [consumer, reads] of this.read) {
      this.resolved.set(
        consumer,
        new Map([...reads.keys()].map((path) => [path, this.resolve(consumer, path)])),
      );
    }
    for (const { stack, claim, resource } of this.waiting) this.order(stack, claim, resource);
  }

  /** The account of who publishes a path that a stack reads, if it is stated and not the stack's own. */
  otherAccount(consumer: EnvironmentStack, path: string): string | undefined {
    const { environment } = consumer.plan;
    const account = publisherFor(this.publishers, path, environment)?.environment.account;
    return account === environment.account ? undefined : account;
  }

  private resolve(consumer: EnvironmentStack, path: string): string {
    const producer = this.producer(consumer, path);
    if (producer?.stack === consumer) return producer.value;
    if (producer) consumer.addDependency(producer.stack);
    return this.lookUp(consumer, path, producer && this.provider(consumer, path, producer.stack));
  }

  private lookUp(consumer: EnvironmentStack, path: string, provider?: TerraformProvider): string {
    const id = addressOf('link', path.replace(/^\//, '').split('/'));
    const parent = consumer.node.tryFindChild('link') ?? new Construct(consumer, 'link');
    const config = { name: path, ...(provider && { provider }) };
    return new DataAwsSsmParameter(parent as Construct, id, config).insecureValue;
  }

  /** The stack that a value comes from: of the same account and region, else the only one. */
  private producer(consumer: EnvironmentStack, path: string): Published | undefined {
    const all = this.published.get(path) ?? [];
    const here = all.find(({ stack }) => inSamePlace(stack, consumer));
    if (here || all.length < 2) return here ?? all[0];
    const where = all.map(({ stack }) => stack.node.id).join(' and ');
    const help = 'Publish it in the account and region of this environment, or write the value itself.';
    const message = `${path} is published by the stacks ${where}, and which one is meant cannot be told`;
    throw failure(consumer, { code: 'TL410', message, help });
  }

  /** The provider that reads in the account and region of another stack; undefined for the own ones. */
  private provider(
    consumer: EnvironmentStack,
    path: string,
    producer: EnvironmentStack,
  ): TerraformProvider | undefined {
    const { environment } = consumer.plan;
    const way = wayTo(this.platform, environment, producer.plan.environment);
    if (!isWay(way))
      throw failure(consumer, { ...way, message: `${path} is read elsewhere: ${way.message}` });
    return way.alias === undefined ? undefined : consumer.provider.going(way);
  }

  private order(stack: EnvironmentStack, claim: Claim, resource: TerraformResource): void {
    const owner = this.owners.get(claim)?.find((candidate) => inSamePlace(candidate.stack, stack));
    if (!owner) return;
    if (owner.stack !== stack) stack.addDependency(owner.stack);
    else resource.dependsOn = [...(resource.dependsOn ?? []), ...owner.resources.map(dependable)];
  }
}

function inSamePlace(a: EnvironmentStack, b: EnvironmentStack): boolean {
  return sameSite(a.plan.environment, b.plan.environment);
}

function failure(consumer: EnvironmentStack, finding: NoWay): ConfigurationError {
  return new ConfigurationError([{ severity: 'error', place: consumer.plan.environment.place, ...finding }]);
}

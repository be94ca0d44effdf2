import { DataAwsSsmParameter } from '@cdktf/provider-aws/lib/data-aws-ssm-parameter';
import { dependable, Lazy, type TerraformResource } from 'cdktf';
import { Construct } from 'constructs';
import { ConfigurationError } from '../config/diagnostic';
import { addressOf } from '../naming/address';
import type { Claim } from '../platform/claim';
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
 * and a stack dependency across stacks. CDKTF's own cross-stack references are never used.
 */
export class Linker {
  private readonly published = new Map<string, Published[]>();
  private readonly read = new Map<EnvironmentStack, Map<string, string>>();
  private readonly resolved = new Map<EnvironmentStack, Map<string, string>>();
  private readonly owners = new Map<Claim, { stack: EnvironmentStack; resources: TerraformResource[] }[]>();
  private readonly waiting: Waiting[] = [];

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

  private resolve(consumer: EnvironmentStack, path: string): string {
    const producer = this.producer(consumer, path);
    if (producer?.stack === consumer) return producer.value;
    if (producer) consumer.addDependency(producer.stack);
    else this.refuseOtherAccount(consumer, path);
    return this.lookUp(consumer, path);
  }

  private lookUp(consumer: EnvironmentStack, path: string): string {
    const id = addressOf('link', path.replace(/^\//, '').split('/'));
    const parent = consumer.node.tryFindChild('link') ?? new Construct(consumer, 'link');
    return new DataAwsSsmParameter(parent as Construct, id, { name: path }).insecureValue;
  }

  private producer(consumer: EnvironmentStack, path: string): Published | undefined {
    return this.published.get(path)?.find(({ stack }) => sameTarget(stack, consumer));
  }

  private refuseOtherAccount(consumer: EnvironmentStack, path: string): void {
    const [elsewhere] = this.published.get(path) ?? [];
    if (!elsewhere) return;
    const place = consumer.plan.environment.place;
    throw new ConfigurationError([
      {
        severity: 'error',
        code: 'TL410',
        message: `${path} is published in another account or region (stack ${elsewhere.stack.node.id})`,
        help: 'Deploy producer and consumer into one account and region, or write the value itself.',
        place,
      },
    ]);
  }

  private order(stack: EnvironmentStack, claim: Claim, resource: TerraformResource): void {
    const owner = this.owners.get(claim)?.find((candidate) => sameTarget(candidate.stack, stack));
    if (!owner) return;
    if (owner.stack !== stack) stack.addDependency(owner.stack);
    else resource.dependsOn = [...(resource.dependsOn ?? []), ...owner.resources.map(dependable)];
  }
}

/** Same account and same region; `default` equals only `default`. */
function sameTarget(a: EnvironmentStack, b: EnvironmentStack): boolean {
  const [left, right] = [a.plan.environment, b.plan.environment];
  return left.account === right.account && left.region === right.region;
}

import type { Diagnostic } from '../../diagnostics/diagnostic';
import { sameSite } from '../../aws/site';
import { addressOf } from '../naming/address';
import type { Claim } from '../platform/claim';
import type { Platform } from '../platform/platform';
import { publishedBy, publisherFor, type Published as PublishedBy } from '../platform/published';
import { isWay, wayTo, type NoWay } from '../platform/reach';
import { DataAwsSsmParameter } from '../provider/aws';
import { addressIn, type Referable } from '../provider/made';
import type { Element } from './element';
import { answered, awaited, type Wanted } from './parameter';
import { mapStrings } from './policy-document';
import { roleNameOf } from './role-name';
import type { Roles } from './roles';
import type { StackDrawing } from './stack-drawing';
import type { StackProvider } from './stack-provider';

/** A stack with what the link step needs of it. */
export interface Linked {
  readonly stack: StackDrawing;
  readonly provider: StackProvider;
  readonly roles: Roles;
}

/** What a parameter path holds and which stack publishes it. */
interface Published {
  readonly stack: StackDrawing;
  readonly value: string;
}

interface Waiting {
  readonly stack: StackDrawing;
  readonly address: string;
  readonly claim: Claim;
}

/**
 * Knows what every module publishes, and puts it in where others await it, once, after all modules have drawn: a
 * resource attribute within a stack, a look-up of the SSM parameter and a stack dependency across stacks, through a
 * provider alias where the stack is in another account or region.
 */
export class Link {
  private readonly publishers: PublishedBy;
  private readonly published = new Map<string, Published[]>();
  private readonly owners = new Map<Claim, { stack: StackDrawing; addresses: string[] }[]>();
  private readonly waiting: Waiting[] = [];

  constructor(
    private readonly platform: Platform,
    private readonly report: (finding: Diagnostic) => void,
  ) {
    this.publishers = publishedBy(platform);
  }

  /** Records what a path holds. */
  publish(stack: StackDrawing, path: string, value: string): void {
    this.published.set(path, [...(this.published.get(path) ?? []), { stack, value }]);
  }

  /** The resource that is an account-wide setting. */
  own(stack: StackDrawing, claim: Claim, resource: Referable): void {
    const owners = this.owners.get(claim) ?? [];
    const owner = owners.find((candidate) => candidate.stack === stack);
    if (owner) owner.addresses.push(addressIn(resource));
    else owners.push({ stack, addresses: [addressIn(resource)] });
    this.owners.set(claim, owners);
  }

  /** The resource is made after the setting and removed before it, if this platform owns the setting. */
  wait(stack: StackDrawing, claim: Claim, resource: Referable): void {
    this.waiting.push({ stack, claim, address: addressIn(resource) });
  }

  /** Puts everything in; call once, after all modules have drawn. */
  link(stacks: readonly Linked[]): void {
    for (const linked of stacks) {
      this.checkNames(linked);
      this.fill(linked);
    }
    for (const { stack, claim, address } of this.waiting) this.order(stack, claim, address);
  }

  private checkNames({ stack, roles }: Linked): void {
    const { environment } = stack.plan;
    for (const { path, refuse } of roles.awaitedNames) {
      const account = publisherFor(this.publishers, path, environment)?.environment.account;
      if (account !== environment.account && account !== undefined) refuse();
    }
  }

  private fill(consumer: Linked): void {
    const known = new Map<string, string>();
    const answer = (wanted: Wanted, path: string): string => {
      const key = `${wanted} ${path}`;
      const value = known.get(key) ?? answered(this.answer(consumer, wanted, path), answer);
      known.set(key, value);
      return value;
    };
    const change = (text: string): string => answered(text, answer);
    for (const element of [...consumer.stack.elements]) {
      consumer.stack.replace({
        ...element,
        arguments: mapStrings(element.arguments, change) as Element['arguments'],
        raw: mapStrings(element.raw, change) as Element['raw'],
      });
    }
  }

  private answer(consumer: Linked, wanted: Wanted, path: string): string {
    if (wanted === 'value') return this.value(consumer, path);
    return consumer.stack.roleNames.get(path) ?? roleNameOf(awaited('value', `${path}/arn`));
  }

  private value(consumer: Linked, path: string): string {
    const producer = this.producer(consumer.stack, path);
    if (producer?.stack === consumer.stack) return producer.value;
    if (producer) consumer.stack.dependencies.add(producer.stack.id);
    const provider = producer && this.provider(consumer, path, producer.stack);
    const id = addressOf('link', path.replace(/^\//, '').split('/'));
    return consumer.stack.find(DataAwsSsmParameter, id, ['link', id], {
      name: path,
      ...(provider !== undefined && { provider }),
    }).insecureValue;
  }

  /** The stack that a value comes from: of the same account and region, else the only one. */
  private producer(consumer: StackDrawing, path: string): Published | undefined {
    const all = this.published.get(path) ?? [];
    const here = all.find(({ stack }) => inSamePlace(stack, consumer));
    if (here || all.length < 2) return here ?? all[0];
    const where = all.map(({ stack }) => stack.id).join(' and ');
    const help = 'Publish it in the account and region of this environment, or write the value itself.';
    const message = `${path} is published by the stacks ${where}, and which one is meant cannot be told`;
    this.fail(consumer, path, { code: 'TL410', message, help });
    return undefined;
  }

  /** The provider that reads in the account and region of another stack; undefined for the own ones. */
  private provider(consumer: Linked, path: string, producer: StackDrawing) {
    const { environment } = consumer.stack.plan;
    const way = wayTo(this.platform, environment, producer.plan.environment);
    if (!isWay(way)) {
      this.fail(consumer.stack, path, { ...way, message: `${path} is read elsewhere: ${way.message}` });
      return undefined;
    }
    return way.alias === undefined ? undefined : consumer.provider.going(way);
  }

  private order(stack: StackDrawing, claim: Claim, address: string): void {
    const owner = this.owners.get(claim)?.find((candidate) => inSamePlace(candidate.stack, stack));
    const element = stack.get(address);
    if (!owner || !element) return;
    if (owner.stack !== stack) {
      stack.dependencies.add(owner.stack.id);
      return;
    }
    const before = (element.arguments.dependsOn ?? []) as readonly (string | Referable)[];
    stack.replace({
      ...element,
      arguments: { ...element.arguments, dependsOn: [...before, ...owner.addresses] },
    });
  }

  private fail(consumer: StackDrawing, path: string, finding: NoWay): void {
    const place = consumer.reads.get(path) ?? consumer.plan.environment.place;
    this.report({ severity: 'error', place, ...finding });
  }
}

function inSamePlace(a: StackDrawing, b: StackDrawing): boolean {
  return sameSite(a.plan.environment, b.plan.environment);
}

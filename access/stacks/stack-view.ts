import { arnAt } from '../../aws/arn';
import type { StatedSite } from '../../aws/site';
import type { Origin } from '../model/origin';
import type { PolicyKind } from '../../aws/iam/policy';
import type { TracedPolicy } from '../model/origin';
import { parsePolicy } from '../../aws/iam/parse';
import { attributeOf } from './attributes';
import type { Resolver } from './resolver';
import { placedAt, type Block, type StackSource } from './stack-source';

/** A resource with everything in it resolved. */
export interface ResolvedBlock {
  readonly type: string;
  readonly address: string;
  readonly origin: Origin;
  /** An argument as text. */
  text(name: string): string | undefined;
  /** An argument as it is: a list, a nested block, a number. */
  raw(name: string): unknown;
  /** A nested block, or the first of several. */
  nested(name: string): Block | undefined;
  /** Nested blocks. */
  all(name: string): readonly Block[];
  /** An attribute that AWS computes, or a stand-in for it. */
  attribute(name: string): string;
  /** Own tags over the provider's. */
  readonly tags: Readonly<Record<string, string>>;
  /** The policy document in an argument. */
  policy(argument: string, kind: PolicyKind, name: string): TracedPolicy | undefined;
}

/** What a stack has in one account and region, read through the resolver. */
export class StackView {
  /** The stack as what stands in this place sees it. */
  readonly source: StackSource;

  constructor(
    private readonly whole: StackSource,
    private readonly resolver: Resolver,
    private readonly provider?: string,
  ) {
    this.source = placedAt(whole, { provider });
  }

  /** The views of a stack: of its own account and region, and of each that an alias of its provider leads to. */
  static of(stack: StackSource, resolver: Resolver): readonly StackView[] {
    return [undefined, ...stack.aliases.keys()].map((alias) => new StackView(stack, resolver, alias));
  }

  /** Where the resources of the stack stand. */
  get location(): StatedSite {
    return { account: this.source.account, region: this.source.region };
  }

  /** An ARN in the stack's account and region. */
  arn(service: string, resource: string): string {
    return arnAt(this.source, service, resource);
  }

  /** The resources of a type, in the order of the JSON. */
  blocks(type: string): readonly ResolvedBlock[] {
    return Object.entries(this.source.resource[type] ?? {})
      .filter(([, { provider = 'aws' }]) => provider === (this.provider ?? 'aws'))
      .map(([id, block]) => this.resolvedBlock(type, `${type}.${id}`, block));
  }

  private resolvedBlock(type: string, address: string, block: Block): ResolvedBlock {
    const { source, whole, resolver } = this;
    const raw = (name: string): unknown => resolver.value(whole, block[name]);
    const text = (name: string): string | undefined => textOf(raw(name));
    const all = (name: string): readonly Block[] => blocksOf(raw(name));
    const known = source.origins.get(address);
    const origin: Origin = { stack: source.id, address, place: known?.place };
    return {
      type,
      address,
      origin,
      text,
      raw,
      all,
      nested: (name) => all(name)[0],
      attribute: (name) => attributeOf(type, name, { stack: source, address, block, argument: text }),
      tags: { ...source.tags, ...(raw('tags') as Record<string, string> | undefined) },
      policy: (argument, kind, name) => {
        const document = text(argument);
        if (document === undefined) return undefined;
        const place = (index: number) => known?.statements[index] ?? known?.place;
        return parsePolicy(document, { kind, name, origin: (index) => ({ ...origin, place: place(index) }) });
      },
    };
  }
}

/** A value as text, if it is one. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** A list of texts; what is none is left out. */
export function textsOf(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : []).filter((item): item is string => typeof item === 'string');
}

function blocksOf(value: unknown): readonly Block[] {
  const list = Array.isArray(value) ? (value as unknown[]) : [value];
  return list.filter((item): item is Block => typeof item === 'object' && item !== null);
}

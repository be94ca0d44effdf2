import type { Platform } from '../platform/platform';
import type { StackPlan } from '../platform/stacks';
import type { Element, ProviderBlock, Variable } from './element';

/** What will stand: plain data, linked. Everything that wants to know it reads this; rendering prints it. */
export interface Blueprint {
  readonly platform: Platform;
  /** In the order in which they are deployed: each after those that it depends on. */
  readonly stacks: readonly StackBlueprint[];
  /** Stacks that may lose data by the second key; whether they do depends on the first. */
  readonly allowDataLoss: ReadonlySet<string>;
}

/** One stack. */
export interface StackBlueprint {
  readonly id: string;
  readonly plan: StackPlan;
  readonly elements: readonly Element[];
  readonly variables: readonly Variable[];
  /** The stack's own provider first. */
  readonly providers: readonly ProviderBlock[];
  /** Ids of the stacks that it depends on, sorted. */
  readonly dependencies: readonly string[];
}

/** Addresses by stack. */
export type Addresses = ReadonlyMap<string, ReadonlySet<string>>;

/** Addresses of the resources of every stack, data sources left out; of those that hold what `which` asks for. */
export function addressesOf(
  { stacks }: Pick<Blueprint, 'stacks'>,
  which: (element: Element, stack: StackBlueprint) => boolean = () => true,
): Addresses {
  return new Map(
    stacks.map((stack) => [
      stack.id,
      new Set(
        stack.elements
          .filter((element) => element.type.kind === 'resource' && which(element, stack))
          .map(({ address }) => address),
      ),
    ]),
  );
}

/** What the lock compares: all addresses, and those that are protected. */
export function protectedIn(blueprint: Blueprint): {
  readonly addresses: Addresses;
  readonly protectedAddresses: Addresses;
} {
  return {
    addresses: addressesOf(blueprint),
    protectedAddresses: addressesOf(blueprint, isProtected),
  };
}

/** Whether a resource holds data and is protected. */
function isProtected({ data, arguments: args }: Element): boolean {
  return data && (args.lifecycle as { preventDestroy?: boolean } | undefined)?.preventDestroy === true;
}

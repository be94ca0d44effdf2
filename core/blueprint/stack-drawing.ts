import type { Place } from '../../diagnostics/diagnostic';
import type { StackPlan } from '../platform/stacks';
import { type Attributes, made } from '../provider/made';
import type { ResourceType } from '../provider/resource-type';
import type { Element, ProviderBlock, Variable } from './element';

/** What an element is, but for what follows from it. */
export type NewElement = Omit<Element, 'address' | 'raw' | 'origin' | 'data'> &
  Partial<Pick<Element, 'raw' | 'origin' | 'data'>>;

/** A stack while it is drawn. */
export class StackDrawing {
  readonly providers: ProviderBlock[] = [];
  /** Names of the roles that this stack makes, by the path they are published under: Terraform strings. */
  readonly roleNames = new Map<string, string>();
  /** Where the parameters that are read are written, by path: the first place of each. */
  readonly reads = new Map<string, Place>();
  /** Stacks that must be applied before this one, by id. */
  readonly dependencies = new Set<string>();
  private readonly byAddress = new Map<string, Element>();
  private readonly variablesById = new Map<string, Variable>();

  constructor(readonly plan: StackPlan) {}

  get id(): string {
    return this.plan.id;
  }

  get elements(): Iterable<Element> {
    return this.byAddress.values();
  }

  get variables(): Iterable<Variable> {
    return this.variablesById.values();
  }

  /**
   * Adds a block for a provider; the same one twice is one. Answers what is wrong with it: Terraform has one source and
   * one version for each provider of a stack, and CDKTF would let the last one win.
   */
  addProvider(block: ProviderBlock): string | undefined {
    const { name, source, version } = block.provider;
    const same = this.providers.filter(({ provider }) => provider.name === name);
    const [other] = same.filter(({ provider: p }) => p.source !== source || p.version !== version);
    if (other) {
      const known = `${other.provider.source} ${other.provider.version}`;
      return `provider "${name}" is required as ${known} and as ${source} ${version}`;
    }
    if (same.some(({ alias }) => alias === block.alias))
      return `provider "${name}" has two blocks with the alias "${block.alias ?? ''}"`;
    this.providers.push(block);
    return undefined;
  }

  has(type: ResourceType, id: string): boolean {
    return this.byAddress.has(addressFor(type, id));
  }

  /** Adds a resource or data source. @throws Error where its address is taken */
  add<Config, Made>(type: ResourceType<Config, Made>, element: Omit<NewElement, 'type'>): Attributes<Made> {
    const address = addressFor(type, element.id);
    if (this.byAddress.has(address)) throw new Error(`${this.id}: ${address} is there already`);
    this.byAddress.set(address, {
      raw: {},
      origin: undefined,
      data: false,
      ...element,
      type: type as ResourceType,
      address,
    });
    return made<Made>(address, type);
  }

  /** The element with this address, or a new one. */
  find<Config, Made>(
    type: ResourceType<Config, Made>,
    id: string,
    path: readonly string[],
    args: Element['arguments'],
  ): Attributes<Made> {
    if (this.has(type as ResourceType, id)) return made<Made>(addressFor(type, id), type);
    return this.add(type, { id, path, arguments: args });
  }

  /** Puts another element in the place of one. */
  replace(element: Element): void {
    this.byAddress.set(element.address, element);
  }

  get(address: string): Element | undefined {
    return this.byAddress.get(address);
  }

  setVariable(variable: Variable): void {
    this.variablesById.set(variable.id, variable);
  }
}

function addressFor(type: Pick<ResourceType, 'kind' | 'type'>, id: string): string {
  return `${type.kind === 'data' ? 'data.' : ''}${type.type}.${id}`;
}

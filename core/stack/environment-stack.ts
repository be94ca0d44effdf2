import { Aspects, TerraformElement, TerraformProvider, TerraformResource, TerraformStack } from 'cdktf';
import type { App } from 'cdktf';
import type { Node } from 'constructs';
import type { StackPlan } from '../platform/stacks';
import { createBackend } from './backend';
import { checkReferences } from './check-references';
import { ModuleAspect } from './module-aspect';
import type { ResourceOrigin } from './origin';
import { checkProviders } from './provider-versions';
import { StackProvider } from './stack-provider';

/**
 * The one kind of stack. It makes CDKTF's silent traps loud: a logical id that two elements share, an element
 * whose id CDKTF would shorten, two constraints on one provider, an aspect that does not run.
 */
export class EnvironmentStack extends TerraformStack {
  readonly provider: StackProvider;
  /** Names of the roles that this stack makes, by the path they are published under. */
  readonly roleNames = new Map<string, string>();
  /** Addresses of what holds data, protected or not. */
  readonly dataAddresses = new Set<string>();
  /** Those of them that are protected: what `platform.lock.yaml` records. */
  readonly protectedAddresses = new Set<string>();
  /** The YAML behind each resource and data source of a module, by address. */
  readonly origins = new Map<string, ResourceOrigin>();
  private readonly addresses = new Map<string, TerraformElement>();

  constructor(
    app: App,
    readonly plan: StackPlan,
  ) {
    super(app, plan.id);
    this.provider = new StackProvider(this, plan.environment);
    createBackend(this, plan);
    // CDKTF runs the aspects of a stack only, never those of the app.
    Aspects.of(this).add(new ModuleAspect());
  }

  /** The id as given, never a hash: ids come from `scope.add` and are addresses already. */
  protected override allocateLogicalId(element: TerraformElement | Node): string {
    if (!TerraformElement.isTerraformElement(element)) return element.id;
    const address = `${elementType(element)}.${element.node.id}`;
    const holder = this.addresses.get(address);
    if (holder && holder !== element) {
      throw new Error(`${address} stands for both ${holder.node.path} and ${element.node.path}`);
    }
    this.addresses.set(address, element);
    return element.node.id;
  }

  /**
   * CDKTF resolves everything here once more, to find references to other stacks and turn them into remote state.
   * There are none: {@link checkReferences} sees to it.
   */
  override prepareStack(): void {
    this.ensureBackendExists();
  }

  // CDKTF's own signature is `any`.
  override toTerraform(): Record<string, unknown> {
    checkProviders(
      this.node.findAll().filter((node): node is TerraformProvider => node instanceof TerraformProvider),
    );
    const json = super.toTerraform() as Record<string, unknown>;
    this.checkCount(json);
    checkReferences(this.node.id, json);
    return json;
  }

  /** `overrideLogicalId` and raw overrides bypass {@link allocateLogicalId}; what was lost there shows in the count. */
  private checkCount(json: Record<string, unknown>): void {
    const made = this.node.findAll().filter((node) => node instanceof TerraformResource).length;
    const blocks = Object.values((json.resource ?? {}) as Record<string, object>);
    const written = blocks.reduce((sum, block) => sum + Object.keys(block).length, 0);
    if (made !== written) {
      throw new Error(`stack ${this.node.id}: ${made} resources were made, ${written} would be written`);
    }
  }
}

/** The type part of an element's address. */
export function elementType(element: TerraformElement): string {
  const type = (element as { terraformResourceType?: string }).terraformResourceType;
  if (type === undefined) return element.constructor.name;
  const data = !(element instanceof TerraformResource) && !(element instanceof TerraformProvider);
  return data ? `data.${type}` : type;
}

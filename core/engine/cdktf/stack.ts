import {
  LocalBackend,
  S3Backend,
  TerraformBackend,
  TerraformDataSource,
  TerraformProvider,
  type TerraformRemoteState,
  TerraformResource,
  TerraformStack,
  TerraformVariable,
} from 'cdktf';
import type { App } from 'cdktf';
import { Construct } from 'constructs';
import type { StackBlueprint } from '../../blueprint/blueprint';
import type { Element, ProviderBlock } from '../../blueprint/element';
import { attributesOf, type Block, rawOf } from '../attributes';
import { type BackendBlock, backendOf } from '../backend';

/** A stack of a blueprint, as constructs. It decides nothing: addresses, order and arguments are those of the blueprint. */
export class BlueprintStack extends TerraformStack {
  constructor(app: App, blueprint: StackBlueprint) {
    super(app, blueprint.id);
    addBackend(this, backendOf(blueprint.plan));
    blueprint.providers.forEach((block) => new Provider(this, block));
    for (const { id, type, description, default: value } of blueprint.variables)
      new TerraformVariable(this, id, { type, description, default: value });
    for (const element of blueprint.elements) {
      const { type } = element;
      const made = type.kind === 'data' ? new DataSource(this, element) : new Resource(this, element);
      for (const [key, value] of Object.entries(rawOf(element))) made.addOverride(key, value);
    }
  }

  /** The id as given, never a hash: it is unique in the blueprint. */
  protected override allocateLogicalId(element: { node?: { id: string }; id?: string }): string {
    return element.node?.id ?? element.id ?? '';
  }

  /**
   * CDKTF resolves everything here once more, to find references to other stacks and turn them into remote state.
   * There are none: a blueprint is linked.
   */
  override prepareStack(): void {
    this.ensureBackendExists();
  }
}

/** Any resource, with the attributes of the blueprint. */
class Resource extends TerraformResource {
  constructor(
    stack: TerraformStack,
    private readonly element: Element,
  ) {
    super(folderOf(stack, element), element.id, { terraformResourceType: element.type.type });
  }

  /** They are among the attributes. */
  override get terraformMetaArguments(): Record<string, never> {
    return {};
  }

  protected override synthesizeAttributes(): Block {
    return attributesOf(this.element);
  }
}

/** Any data source. */
class DataSource extends TerraformDataSource {
  constructor(
    stack: TerraformStack,
    private readonly element: Element,
  ) {
    super(folderOf(stack, element), element.id, { terraformResourceType: element.type.type });
  }

  /** They are among the attributes. */
  override get terraformMetaArguments(): Record<string, never> {
    return {};
  }

  protected override synthesizeAttributes(): Block {
    return attributesOf(this.element);
  }
}

/** Any provider block. */
class Provider extends TerraformProvider {
  constructor(
    stack: TerraformStack,
    private readonly block: ProviderBlock,
  ) {
    const { provider, alias } = block;
    super(stack, [provider.name, ...(alias === undefined ? [] : [alias])].join('-'), {
      terraformResourceType: provider.name,
      terraformProviderSource: provider.source,
      terraformGeneratorMetadata: {
        providerName: provider.name,
        providerVersion: provider.version,
        providerVersionConstraint: provider.version,
      },
    });
    if (alias !== undefined) this.alias = alias;
  }

  protected override synthesizeAttributes(): Block {
    return { ...this.block.arguments, alias: this.block.alias };
  }
}

function folderOf(stack: TerraformStack, { path }: Element): Construct {
  return path.slice(0, -1).reduce<Construct>((parent, id) => {
    const child = parent.node.tryFindChild(id);
    return child instanceof Construct ? child : new Construct(parent, id);
  }, stack);
}

function addBackend(stack: TerraformStack, { kind, block, raw, cloud }: BackendBlock): void {
  if (kind === 'cloud') {
    new WorkspaceBackend(stack, block, cloud ?? 'tfc');
    return;
  }
  const made =
    kind === 'local'
      ? new LocalBackend(stack, block as { path: string })
      : new S3Backend(stack, block as unknown as ConstructorParameters<typeof S3Backend>[1]);
  for (const [key, value] of Object.entries(raw)) made.addOverride(key, value);
}

/**
 * HCP Terraform's `cloud` block with one named workspace. CDKTF's own class runs `terraform version` once per
 * stack at synthesis and fails where there is no Terraform.
 */
class WorkspaceBackend extends TerraformBackend {
  constructor(
    stack: TerraformStack,
    private readonly block: Block,
    private readonly cloud: 'tfc' | 'tfe',
  ) {
    super(stack, 'backend', 'cloud');
  }

  override toTerraform(): object {
    return { terraform: { cloud: this.block } };
  }

  override toMetadata(): object {
    return { backend: 'cloud', cloud: this.cloud };
  }

  /** @throws always: no token crosses a stack */
  override getRemoteStateDataSource(): TerraformRemoteState {
    throw new Error('stacks of a platform share parameters, never their state');
  }
}

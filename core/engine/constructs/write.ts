import type {
  App,
  LocalBackend,
  S3Backend,
  S3BackendConfig,
  TerraformBackend,
  TerraformDataSource,
  TerraformProvider,
  TerraformRemoteState,
  TerraformResource,
  TerraformStack,
  TerraformVariable,
} from 'cdktf';
import { Construct } from 'constructs';
import type { Blueprint, StackBlueprint } from '../../blueprint/blueprint';
import type { Element, ProviderBlock } from '../../blueprint/element';
import { attributesOf, type Block, rawOf } from '../attributes';
import { type BackendBlock, backendOf } from '../backend';

/** CDKTF's core package, or its fork `cdktn`, which has the same classes. */
export interface Cdktf {
  readonly App: typeof App;
  readonly LocalBackend: typeof LocalBackend;
  readonly S3Backend: typeof S3Backend;
  readonly TerraformBackend: typeof TerraformBackend;
  readonly TerraformDataSource: typeof TerraformDataSource;
  readonly TerraformProvider: typeof TerraformProvider;
  readonly TerraformResource: typeof TerraformResource;
  readonly TerraformStack: typeof TerraformStack;
  readonly TerraformVariable: typeof TerraformVariable;
}

/** Prints a blueprint: `stacks/<id>/cdk.tf.json` and the manifest. The folder must exist. */
export function writeConstructs(library: Cdktf, { stacks }: Blueprint, outdir: string): void {
  const app = new library.App({ outdir, stackTraces: false });
  const BlueprintStack = stackClass(library);
  const made = new Map(stacks.map((stack) => [stack.id, new BlueprintStack(app, stack)]));
  for (const { id, dependencies } of stacks) {
    for (const first of dependencies) {
      const [waits, before] = [made.get(id), made.get(first)];
      if (waits && before) waits.addDependency(before);
    }
  }
  app.synth();
}

/** A stack of a blueprint, as constructs. It decides nothing: addresses, order and arguments are those of the blueprint. */
function stackClass(library: Cdktf) {
  const { DataSource, Provider, Resource } = elementClasses(library);
  return class BlueprintStack extends library.TerraformStack {
    constructor(app: App, blueprint: StackBlueprint) {
      super(app, blueprint.id);
      addBackend(library, this, backendOf(blueprint.plan));
      blueprint.providers.forEach((block) => new Provider(this, block));
      for (const { id, type, description, default: value } of blueprint.variables)
        new library.TerraformVariable(this, id, { type, description, default: value });
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
  };
}

/** Any resource, data source and provider, with the attributes of the blueprint. */
function elementClasses({ TerraformDataSource, TerraformProvider, TerraformResource }: Cdktf) {
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
  return { Resource, DataSource, Provider };
}

function folderOf(stack: TerraformStack, { path }: Element): Construct {
  return path.slice(0, -1).reduce<Construct>((parent, id) => {
    const child = parent.node.tryFindChild(id);
    return child instanceof Construct ? child : new Construct(parent, id);
  }, stack);
}

function addBackend(library: Cdktf, stack: TerraformStack, backend: BackendBlock): void {
  const { kind, block, raw, cloud } = backend;
  if (kind === 'cloud') {
    const WorkspaceBackend = workspaceBackend(library);
    new WorkspaceBackend(stack, block, cloud ?? 'tfc');
    return;
  }
  const made =
    kind === 'local'
      ? new library.LocalBackend(stack, block as { path: string })
      : new library.S3Backend(stack, block as unknown as S3BackendConfig);
  for (const [key, value] of Object.entries(raw)) made.addOverride(key, value);
}

/**
 * HCP Terraform's `cloud` block with one named workspace. CDKTF's own class runs `terraform version` once per
 * stack at synthesis and fails where there is no Terraform.
 */
function workspaceBackend({ TerraformBackend }: Cdktf) {
  return class WorkspaceBackend extends TerraformBackend {
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
  };
}

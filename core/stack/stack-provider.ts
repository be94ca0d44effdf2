import { AwsProvider, type AwsProviderConfig } from '@cdktf/provider-aws/lib/provider';
import { DataAwsCallerIdentity } from '@cdktf/provider-aws/lib/data-aws-caller-identity';
import { DataAwsIamSessionContext } from '@cdktf/provider-aws/lib/data-aws-iam-session-context';
import { DataAwsPartition } from '@cdktf/provider-aws/lib/data-aws-partition';
import { DataAwsRegion } from '@cdktf/provider-aws/lib/data-aws-region';
import { Lazy, TerraformVariable, type TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { roleVariable } from '../platform/account-roles';
import type { Environment } from '../platform/platform';
import { escapeTags, escapeTemplate } from '../platform/escape';
import { partitionOf } from '../../aws/regions';
import type { Way } from '../platform/reach';
import { TerraformData } from './terraform-data';

type Assumed = Pick<AwsProviderConfig, 'assumeRole'>;

/** The stack's AWS provider, its aliases, and what is known of the account, region and identity behind it. */
export class StackProvider {
  private readonly tree: Construct;
  private readonly made = new Map<string, string>();
  private readonly own: AwsProvider;
  /** Aliases by name: made when something first needs them. */
  private readonly aliases = new Map<string, AwsProvider>();
  /** How the stack gets its credentials; those of another region are the same. */
  private readonly assumed: Assumed;

  constructor(
    private readonly stack: TerraformStack,
    private readonly environment: Environment,
  ) {
    const { account, region, deployRoleArn, assumeDeployRole, deployRoleExternalId } = environment;
    this.tree = new Construct(stack, 'terralake');
    this.assumed =
      assumeDeployRole && deployRoleArn !== undefined
        ? this.assuming(roleVariable(), deployRoleArn, deployRoleExternalId)
        : {};
    this.own = new AwsProvider(stack, 'aws', { ...this.settings(account, region), ...this.assumed });
  }

  /** The provider that goes a way: the stack's own one, or an alias for another account or region. */
  going({ alias, site: { account, region }, roles }: Way): AwsProvider {
    if (alias === undefined) return this.own;
    const assumed =
      roles && account !== undefined
        ? () => this.assuming(roleVariable(account), roles.deploy, roles.externalId)
        : () => this.assumed;
    const provider =
      this.aliases.get(alias) ??
      new AwsProvider(this.stack, `aws-${alias}`, { alias, ...this.settings(account, region), ...assumed() });
    this.aliases.set(alias, provider);
    return provider;
  }

  /** Twelve digits, or a data source where the environment says `default`. */
  get account(): string {
    return this.environment.account ?? this.data('account', () => this.identity.accountId);
  }

  get region(): string {
    return (
      this.environment.region ??
      this.data('region', () => new DataAwsRegion(this.at('data.aws_region'), 'current', {}).name)
    );
  }

  get partition(): string {
    return (
      partitionOf(this.environment.region) ??
      this.data(
        'partition',
        () => new DataAwsPartition(this.at('data.aws_partition'), 'current', {}).partition,
      )
    );
  }

  /**
   * ARN of the identity that deploys: stated, or the first one that applied. Pinned, because a plan by another
   * identity must show no change. Changed on purpose with `-replace=terraform_data.deployer`.
   */
  get deployer(): string {
    return this.environment.deployRoleArn ?? this.data('deployer', () => this.pinnedDeployer());
  }

  private settings(account: string | undefined, region: string | undefined): AwsProviderConfig {
    return {
      ...(region !== undefined && { region }),
      ...(account !== undefined && { allowedAccountIds: [account] }),
      defaultTags: [{ tags: escapeTags(this.environment.tags) }],
    };
  }

  /** A role in a variable: `terralake plan --as plan` puts the plan role there. */
  private assuming(variable: string, role: string, externalId: string | undefined): Assumed {
    const found = this.stack.node.tryFindChild(variable);
    const made =
      found instanceof TerraformVariable
        ? found
        : new TerraformVariable(this.stack, variable, {
            type: 'string',
            default: role,
            description:
              'The role that the AWS provider assumes: the deploy role, or the plan role for a plan.',
          });
    const roleArn = Lazy.stringValue({ produce: () => made.stringValue });
    const asked = externalId === undefined ? {} : { externalId: escapeTemplate(externalId) };
    return { assumeRole: [{ roleArn, ...asked }] };
  }

  private pinnedDeployer(): string {
    const session = new DataAwsIamSessionContext(this.at('data.aws_iam_session_context'), 'current', {
      arn: this.identity.arn,
    });
    return new TerraformData(this.at('terraform_data'), 'deployer', {
      input: session.issuerArn,
      lifecycle: { ignoreChanges: ['input'] },
    }).output;
  }

  private caller: DataAwsCallerIdentity | undefined;

  private get identity(): DataAwsCallerIdentity {
    this.caller ??= new DataAwsCallerIdentity(this.at('data.aws_caller_identity'), 'current', {});
    return this.caller;
  }

  private data(key: string, make: () => string): string {
    const made = this.made.get(key) ?? make();
    this.made.set(key, made);
    return made;
  }

  private at(type: string): Construct {
    const id = type.replaceAll('.', '-');
    const child = this.tree.node.tryFindChild(id);
    return child instanceof Construct ? child : new Construct(this.tree, id);
  }
}

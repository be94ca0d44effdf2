import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { DataAwsCallerIdentity } from '@cdktf/provider-aws/lib/data-aws-caller-identity';
import { DataAwsIamSessionContext } from '@cdktf/provider-aws/lib/data-aws-iam-session-context';
import { DataAwsPartition } from '@cdktf/provider-aws/lib/data-aws-partition';
import { DataAwsRegion } from '@cdktf/provider-aws/lib/data-aws-region';
import { Lazy, TerraformVariable, type TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import type { Environment } from '../platform/platform';
import { escapeTags } from '../platform/escape';
import { partitionOf } from '../platform/partition';
import { TerraformData } from './terraform-data';

/** The stack's AWS provider and what is known of the account, region and identity behind it. */
export class StackProvider {
  private readonly tree: Construct;
  private readonly made = new Map<string, string>();

  constructor(
    stack: TerraformStack,
    private readonly environment: Environment,
  ) {
    const { account, region, tags, deployRoleArn, assumeDeployRole } = environment;
    this.tree = new Construct(stack, 'terralake');
    const assumed = assumeDeployRole && deployRoleArn !== undefined ? deployRoleArn : undefined;
    new AwsProvider(stack, 'aws', {
      ...(region !== undefined && { region }),
      ...(account !== undefined && { allowedAccountIds: [account] }),
      ...(assumed !== undefined && { assumeRole: [{ roleArn: this.roleVariable(stack, assumed) }] }),
      defaultTags: [{ tags: escapeTags(tags) }],
    });
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

  private roleVariable(stack: TerraformStack, role: string): string {
    const variable = new TerraformVariable(stack, 'aws_role_arn', {
      type: 'string',
      default: role,
      description: 'The role that the AWS provider assumes: the deploy role, or the plan role for a plan.',
    });
    return Lazy.stringValue({ produce: () => variable.stringValue });
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

import type { Place } from '../../diagnostics/diagnostic';
import { roleVariable } from '../platform/account-roles';
import { escapeTags, escapeTemplate } from '../platform/escape';
import { partitionOf } from '../../aws/regions';
import type { Environment } from '../platform/platform';
import type { Way } from '../platform/reach';
import type { ProviderReference } from '../provider/arguments';
import {
  DataAwsCallerIdentity,
  DataAwsIamSessionContext,
  DataAwsPartition,
  DataAwsRegion,
} from '../provider/aws';
import { expression } from '../provider/expression';
import type { ResourceType } from '../provider/resource-type';
import { awsProvider } from '../provider/requirement';
import { TerraformData } from '../provider/terraform';
import type { StackDrawing } from './stack-drawing';

type Assumed = Readonly<Record<string, unknown>>;

/** The stack's AWS provider, its aliases, and what is known of the account, region and identity behind it. */
export class StackProvider {
  /** How the stack gets its credentials; those of another region are the same. */
  private readonly assumed: Assumed;
  private readonly aliases = new Set<string>();

  constructor(
    private readonly stack: StackDrawing,
    private readonly environment: Environment,
  ) {
    const { account, region, deployRoleArn, assumeDeployRole, deployRoleExternalId } = environment;
    this.assumed =
      assumeDeployRole && deployRoleArn !== undefined
        ? this.assuming(roleVariable(), deployRoleArn, deployRoleExternalId)
        : {};
    this.block(undefined, { ...this.settings(account, region), ...this.assumed });
  }

  /** Remembers where a parameter that the stack reads is written. */
  noteRead(path: string, place: Place): void {
    if (!this.stack.reads.has(path)) this.stack.reads.set(path, place);
  }

  /** The provider that goes a way: the stack's own one, or an alias for another account or region. */
  going({ alias, site: { account, region }, roles }: Way): ProviderReference {
    if (alias === undefined) return awsProvider.name as ProviderReference;
    if (!this.aliases.has(alias)) {
      const assumed =
        roles && account !== undefined
          ? this.assuming(roleVariable(account), roles.deploy, roles.externalId)
          : this.assumed;
      this.block(alias, { ...this.settings(account, region), ...assumed });
      this.aliases.add(alias);
    }
    return `${awsProvider.name}.${alias}` as ProviderReference;
  }

  /** Twelve digits, or a data source where the environment says `default`. */
  get account(): string {
    return this.environment.account ?? this.identity().accountId;
  }

  get region(): string {
    return this.environment.region ?? this.current(DataAwsRegion).name;
  }

  get partition(): string {
    return partitionOf(this.environment.region) ?? this.current(DataAwsPartition).partition;
  }

  /**
   * ARN of the identity that deploys: stated, or the first one that applied. Pinned, because a plan by another
   * identity must show no change. Changed on purpose with `-replace=terraform_data.deployer`.
   */
  get deployer(): string {
    return this.environment.deployRoleArn ?? this.pinnedDeployer();
  }

  private block(alias: string | undefined, args: Readonly<Record<string, unknown>>): void {
    this.stack.addProvider({ provider: awsProvider, alias, arguments: args });
  }

  private settings(account: string | undefined, region: string | undefined): Record<string, unknown> {
    return {
      ...(region !== undefined && { region }),
      ...(account !== undefined && { allowed_account_ids: [account] }),
      default_tags: [{ tags: escapeTags(this.environment.tags) }],
    };
  }

  /** A role in a variable: `terralake plan --as plan` puts the plan role there. */
  private assuming(variable: string, role: string, externalId: string | undefined): Assumed {
    this.stack.setVariable({
      id: variable,
      type: 'string',
      default: role,
      description: 'The role that the AWS provider assumes: the deploy role, or the plan role for a plan.',
    });
    const asked = externalId === undefined ? {} : { external_id: escapeTemplate(externalId) };
    return { assume_role: [{ role_arn: expression(`var.${variable}`), ...asked }] };
  }

  private pinnedDeployer(): string {
    const session = this.current(DataAwsIamSessionContext, { arn: this.identity().arn });
    return this.stack.find(TerraformData, 'deployer', ['terralake', 'terraform_data', 'deployer'], {
      input: session.issuerArn,
      lifecycle: { ignoreChanges: ['input'] },
    }).output;
  }

  private identity() {
    return this.current(DataAwsCallerIdentity);
  }

  private current<C, M>(type: ResourceType<C, M>, args = {}) {
    return this.stack.find(type, 'current', ['terralake', `data-${type.type}`, 'current'], args);
  }
}

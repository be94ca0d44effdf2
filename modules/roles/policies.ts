import type { PolicyStatement } from '../../aws/iam/statement';
import { packStatements, partSuffix } from '../../aws/iam/pack';
import { unknownValue } from '../../aws/iam/size';
import { measuredValue, userStatements } from '../../core/aws/user-statements';
import type { ModuleContext } from '../../core/module/define-module';
import { partitionOf } from '../../aws/regions';
import type { Text } from '../../core/platform/text';
import { basePolicies, type BasePolicyName } from './base-policies';
import type { BaseStatement } from './base-policies/statement';
import type { RolesConfig } from './config';

/** A managed policy to be made, by its key: the user's, or a base policy. */
export interface RolePolicy {
  readonly key: string;
  /** Named as its key, without a prefix. */
  readonly verbatim: boolean;
  readonly statements: readonly PolicyStatement[];
  /** '' and, where the statements need several policies, '-2', '-3', …. */
  readonly parts: readonly string[];
}

/** What stands for partition and region in ARNs. */
export interface PolicyPlace {
  readonly partition: string;
  readonly region: string;
}

/** All managed policies that a configuration asks for; `value` makes Terraform strings of the user's texts. */
export function rolePolicies(
  config: RolesConfig,
  place: PolicyPlace,
  value: (text: Text) => string,
): readonly RolePolicy[] {
  const own = Object.entries(config.generatePolicies).map(([key, policy]) =>
    rolePolicy(
      key,
      policy.verbatimPolicyName,
      userStatements(policy.policyDocument, value, ['generatePolicies', key, 'policyDocument']),
    ),
  );
  if (!config.createPersonaManagedPolicies) return own;
  const base = Object.entries(basePolicies).map(([key, statements]) =>
    rolePolicy(key, false, baseStatements(statements, place)),
  );
  return [...own, ...base];
}

/** The same where nothing is built: how many there are and how they are named, with values of a likely size. */
export function measuredPolicies(config: RolesConfig, context: ModuleContext): readonly RolePolicy[] {
  const { region = unknownValue } = context;
  const place = { partition: partitionOf(context.region) ?? unknownValue, region };
  return rolePolicies(config, place, measuredValue(context));
}

function rolePolicy(key: string, verbatim: boolean, statements: readonly PolicyStatement[]): RolePolicy {
  return {
    key,
    verbatim,
    statements,
    parts: packStatements(statements).map((_pack, index) => partSuffix(index)),
  };
}

function baseStatements(
  statements: readonly BaseStatement[],
  { partition, region }: PolicyPlace,
): readonly PolicyStatement[] {
  return statements.map(({ resources, service, actions, conditions }) => ({
    actions: actions.map((action) => `${service}:${action}`),
    resources: resources.map((resource) =>
      resource.replace('{partition}', partition).replace('{region}', region),
    ),
    ...(conditions && { conditions }),
  }));
}

/** Whether a key names one of MDAA's base policies. */
export function isBasePolicy(key: string): key is BasePolicyName {
  return Object.hasOwn(basePolicies, key);
}

import type { Location } from '../../../core/aws/location';
import { policyDocument } from '../../../core/aws/policy';
import { fitting } from '../../../core/aws/policy-size';
import { partitionOf } from '../../../core/platform/partition';
import { pivotPolicies } from './policies';
import { pivotDescription, pivotSessionSeconds } from './session';
import type { PivotReach } from './statements';
import { iamArn } from './statements/facts';
import { pivotTrust, type PivotTrust } from './trust';

/** A pivot role for an account owner to make. Strings are Terraform strings. */
export interface PivotTerraformOptions {
  readonly name: string;
  /** @default / */
  readonly path?: string;
  /** Variables of the file where they are undefined. */
  readonly account: string | undefined;
  readonly region: string | undefined;
  readonly trust: Omit<PivotTrust, 'externalId'> & { readonly externalId: string | undefined };
  readonly facts: PivotReach;
  readonly boundaryArn: string | undefined;
}

type Block = Readonly<Record<string, unknown>>;

const variables = {
  account_id: {
    description: 'The account of the environment.',
    pattern: '^\\\\d{12}$',
    says: 'An account id has twelve digits.',
  },
  region: {
    description: 'The region of the environment.',
    pattern: '^[a-z0-9-]+$',
    says: 'A region looks like eu-west-1.',
  },
  external_id: {
    description: 'The external id by which the central account identifies itself when it takes the role.',
    pattern: '^[A-Za-z0-9+=,.@:/_-]{2,1224}$',
    says: 'An external id has 2 to 1224 letters, digits and + = , . @ : / _ -',
  },
} as const;

/** A Terraform configuration (`.tf.json`) that makes the pivot role of an environment, and needs nothing else. */
export function pivotTerraform(options: PivotTerraformOptions): Block {
  const { name, path = '/', trust, facts, boundaryArn } = options;
  const location = locationOf(options);
  const roleArn = iamArn(location, `role${path}${name}`);
  const policies = pivotPolicies({ ...facts, location, roleArn, roleName: name, boundaryArn }).map(
    (policy, index) => ({ ...policy, key: index === 0 ? 'pivot' : `pivot_${String(index + 1)}` }),
  );
  const externalId = trust.externalId ?? '${var.external_id}';
  return {
    terraform: {
      required_version: '>= 1.3',
      required_providers: { aws: { source: 'hashicorp/aws', version: '>= 5.0, < 7.0' } },
    },
    ...variableBlocks(options),
    provider: { aws: [{ region: location.region, allowed_account_ids: [location.account] }] },
    ...(options.region === undefined && { data: { aws_partition: { current: {} } } }),
    resource: {
      aws_iam_role: {
        pivot: {
          name,
          path,
          description: pivotDescription,
          max_session_duration: pivotSessionSeconds,
          ...(boundaryArn !== undefined && { permissions_boundary: boundaryArn }),
          assume_role_policy: fitting(
            'trust policy',
            `role ${name}`,
            policyDocument(pivotTrust(location, { ...trust, externalId })),
          ),
        },
      },
      aws_iam_policy: byKey(policies, (policy) => ({
        name: policy.name,
        policy: fitting('managed policy', `policy ${policy.name}`, policyDocument(policy.statements)),
      })),
      aws_iam_role_policy_attachment: byKey(policies, ({ key }) => ({
        role: '${aws_iam_role.pivot.name}',
        policy_arn: `\${aws_iam_policy.${key}.arn}`,
      })),
    },
    output: {
      pivot_role_arn: { description: 'For pivotRole.roleArn.', value: '${aws_iam_role.pivot.arn}' },
    },
  };
}

function locationOf({ account, region }: PivotTerraformOptions): Location {
  return {
    account: account ?? '${var.account_id}',
    region: region ?? '${var.region}',
    partition: partitionOf(region) ?? '${data.aws_partition.current.partition}',
  };
}

/** A variable for each value that the configuration does not state. */
function variableBlocks({ account, region, trust }: PivotTerraformOptions): Block {
  const stated = { account_id: account, region, external_id: trust.externalId };
  const open = Object.entries(variables).filter(
    ([name]) => stated[name as keyof typeof stated] === undefined,
  );
  if (open.length === 0) return {};
  return {
    variable: Object.fromEntries(
      open.map(([name, { description, pattern, says }]) => [
        name,
        {
          type: 'string',
          nullable: false,
          description,
          validation: [{ condition: `\${can(regex("${pattern}", var.${name}))}`, error_message: says }],
        },
      ]),
    ),
  };
}

function byKey<T extends { readonly key: string }>(items: readonly T[], block: (item: T) => Block): Block {
  return Object.fromEntries(items.map((item) => [item.key, block(item)]));
}

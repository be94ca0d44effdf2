import type { Location } from '../../../core/aws/location';
import { policyDocument } from '../../../aws/iam/write';
import { fitting } from '../../../core/aws/policy-size';
import { pivotPolicies } from './policies';
import { pivotDescription, pivotSessionSeconds } from './session';
import type { PivotReach } from './statements';
import { iamArn } from './statements/facts';
import { pivotTrust, type PivotTrust } from './trust';

/** A pivot role for an account owner to make. Strings are Terraform strings. */
export interface PivotTerraformOptions {
  readonly name: string;
  /** With a slash at both ends. */
  readonly path: string;
  readonly location: Location;
  /** The external id is a variable of the file where it is undefined. */
  readonly trust: Omit<PivotTrust, 'externalId'> & { readonly externalId: string | undefined };
  readonly facts: PivotReach;
  readonly boundaryArn: string | undefined;
}

type Block = Readonly<Record<string, unknown>>;

/** The variable for an external id that only a parameter of the central account holds. */
const externalIdVariable = {
  type: 'string',
  nullable: false,
  description: 'The external id by which the central account identifies itself when it takes the role.',
  validation: [
    {
      condition: '${can(regex("^[A-Za-z0-9+=,.@:/_-]{2,}$", var.external_id))}',
      error_message: 'An external id has at least two letters, digits and + = , . @ : / _ -.',
    },
  ],
};

/** A Terraform configuration (`.tf.json`) that makes the pivot role of an environment, and needs nothing else. */
export function pivotTerraform(options: PivotTerraformOptions): Block {
  const { name, path, location, trust, facts, boundaryArn } = options;
  const roleArn = iamArn(location, `role${path}${name}`);
  const policies = pivotPolicies({ ...facts, location, roleArn, roleName: name, boundaryArn }).map(
    (policy, index) => ({ ...policy, key: index === 0 ? 'pivot' : `pivot_${String(index + 1)}` }),
  );
  const externalId = trust.externalId ?? '${var.external_id}';
  return {
    terraform: {
      required_version: '>= 1.3',
      required_providers: { aws: { source: 'hashicorp/aws', version: '~> 5.0' } },
    },
    ...(trust.externalId === undefined && { variable: { external_id: externalIdVariable } }),
    provider: { aws: [{ region: location.region, allowed_account_ids: [location.account] }] },
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

function byKey<T extends { readonly key: string }>(items: readonly T[], block: (item: T) => Block): Block {
  return Object.fromEntries(items.map((item) => [item.key, block(item)]));
}

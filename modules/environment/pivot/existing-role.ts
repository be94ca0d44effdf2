import type { DataAwsIamRole as DataAwsIamRoleMade } from '@cdktf/provider-aws/lib/data-aws-iam-role';
import type { AttributesOf } from '../../../core/provider/resource-type';
import { DataAwsIamRole } from '../../../core/provider/aws';
import { roleNameOf } from '../../../core/blueprint/role-name';
import type { ModuleScope } from '../../../core/module/scope';
import type { PivotTrust } from './trust';

/** A pivot role that somebody else made. Strings are Terraform strings. */
export interface ExistingPivotRole {
  readonly create: false;
  readonly roleArn: string;
  /** What its trust policy must name. */
  readonly trust?: {
    readonly [K in 'trustedAccountId' | 'externalId']?: PivotTrust[K] | undefined;
  };
}

/** Looks the role up: a plan fails where it is another one, or does not trust the central account. */
export function existingPivotRole(
  scope: ModuleScope,
  { roleArn, trust = {} }: ExistingPivotRole,
): Pick<AttributesOf<DataAwsIamRoleMade>, 'arn' | 'uniqueId' | 'name'> {
  return scope.add(DataAwsIamRole, 'pivot', {
    name: roleNameOf(roleArn),
    lifecycle: {
      postcondition: [
        {
          condition: `\${self.arn == "${roleArn}"}`,
          errorMessage:
            'pivotRole.roleArn is of another account, or has another path than the role of its name.',
        },
        ...names(trust.externalId, '"%s"', 'the external id'),
        ...names(trust.trustedAccountId, '%s', 'the trusted account'),
      ],
    },
  });
}

/** The trust policy holds a text: as a JSON string of its own, or as a part of one. */
function names(text: string | undefined, form: '"%s"' | '%s', what: string) {
  if (text === undefined) return [];
  const wanted = form === '"%s"' ? `jsonencode("${text}")` : `"${text}"`;
  return [
    {
      condition: `\${strcontains(self.assume_role_policy, ${wanted})}`,
      errorMessage: `The trust policy of the role in pivotRole.roleArn does not name ${what}.`,
    },
  ];
}

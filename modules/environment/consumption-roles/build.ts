import { DataAwsIamRole } from '../../../core/provider/aws';
import type { ModuleScope, Role } from '../../../core/module/scope';
import type { EnvironmentFacts } from '../facts';
import { consumptionRolesOf } from './facts';

/**
 * Looks the consumption roles up, by key: a plan fails where one is missing, or is another one than the ARN says.
 * Nothing of a role is ever changed, besides our policies that are attached to it.
 */
export function lookUpConsumptionRoles(
  scope: ModuleScope,
  facts: EnvironmentFacts,
): ReadonlyMap<string, Role> {
  return new Map(
    consumptionRolesOf(facts).map(({ key, roleName, config: { roleArn }, from }) => {
      const found = scope.add(
        DataAwsIamRole,
        ['consumption-role', key],
        {
          name: roleName,
          lifecycle: {
            postcondition: [
              {
                condition: `\${self.arn == "${roleArn}"}`,
                errorMessage: `consumptionRoles.${key}.roleArn is of another account, or has another path than the role ${roleName}.`,
              },
            ],
          },
        },
        { from },
      );
      const role = { key, id: found.uniqueId, arn: found.arn, name: found.name, immutable: false };
      return [key, role] as const;
    }),
  );
}

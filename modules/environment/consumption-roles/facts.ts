import type { ConfigPath } from '../../../core/config/locate';
import type { ConsumptionRoleConfig } from '../config/datasets';
import type { EnvironmentFacts } from '../facts';

/** A role that exists, registered for data. */
export interface ConsumptionRole {
  readonly key: string;
  /** `id`, or the key: what physical names are made of. */
  readonly id: string;
  readonly config: ConsumptionRoleConfig;
  /** The name alone, without the path. */
  readonly roleName: string;
  /** Where it is written in the module's YAML. */
  readonly from: ConfigPath;
}

/** The consumption roles of an environment, in the order of the YAML. */
export function consumptionRolesOf({ config }: EnvironmentFacts): readonly ConsumptionRole[] {
  return Object.entries(config.consumptionRoles).map(([key, role]) => ({
    key,
    id: role.id ?? key,
    config: role,
    roleName: role.roleArn.split('/').at(-1) ?? role.roleArn,
    from: ['consumptionRoles', key],
  }));
}

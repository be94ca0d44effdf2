import { GlueConnection } from '../../core/provider/aws';
import { securityGroup } from '../../core/aws/security-group';
import type { ModuleScope } from '../../core/module/scope';
import type { DataopsProjectConfig } from './config';
import type { ConnectionConfig } from './config-glue';
import { projectPaths } from './published';

/** Ids of the project's security groups by their keys. */
type SecurityGroups = ReadonlyMap<string, string>;

/** Security groups whose members reach each other, as Glue wants it. */
export function securityGroups(scope: ModuleScope, config: DataopsProjectConfig): SecurityGroups {
  return new Map(
    Object.entries(config.securityGroupConfigs).map(([key, { vpcId, securityGroupEgressRules }]) => {
      const name = scope.name(key);
      const id = securityGroup(scope, ['security-group', key], {
        name,
        description: name,
        vpcId: scope.value(vpcId),
        egress: securityGroupEgressRules,
        selfReference: true,
        publishAt: `security-group/${key}`,
      });
      scope.publish(projectPaths.securityGroup(key), id, { preserveCase: true });
      return [key, id];
    }),
  );
}

/** Glue connections. */
export function connections(scope: ModuleScope, config: DataopsProjectConfig, groups: SecurityGroups): void {
  for (const [key, connection] of Object.entries(config.connections)) {
    const { connectionType, connectionProperties = {}, description, matchCriteria } = connection;
    const made = scope.add(GlueConnection, ['connection', key], {
      name: scope.name(key),
      connectionType,
      connectionProperties: asTexts(scope.json(connectionProperties)),
      ...(description && { description: scope.value(description) }),
      ...(matchCriteria.length > 0 && { matchCriteria: matchCriteria.map((text) => scope.value(text)) }),
      ...physical(scope, connection, groups),
    });
    scope.publish(projectPaths.connection(key), made.name, { preserveCase: true });
  }
}

function physical(
  scope: ModuleScope,
  { physicalConnectionRequirements: requirements }: ConnectionConfig,
  groups: SecurityGroups,
) {
  if (!requirements) return {};
  const { availabilityZone, subnetId, securityGroupIdList, projectSecurityGroupNames } = requirements;
  const ids = [
    ...securityGroupIdList.map((id) => scope.value(id)),
    ...projectSecurityGroupNames.flatMap((name) => groups.get(name) ?? []),
  ];
  return {
    physicalConnectionRequirements: {
      ...(availabilityZone && { availabilityZone: scope.value(availabilityZone) }),
      ...(subnetId && { subnetId: scope.value(subnetId) }),
      ...(ids.length > 0 && { securityGroupIdList: ids }),
    },
  };
}

/** Properties as Glue takes them: YAML reads ports as numbers and flags as booleans. */
function asTexts(properties: Readonly<Record<string, unknown>>): Record<string, string> {
  const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
  return Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, asText(value)]));
}

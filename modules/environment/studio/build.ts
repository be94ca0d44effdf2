import type { ModuleScope, Role } from '../../../core/module/scope';
import type { EnvironmentFacts } from '../facts';
import { decideVpc } from './choice';
import { domainRole, studioDomain } from './domain';
import { mayMakeVpc, studioNames } from './facts';
import { flowLog } from './flow-log';
import { studioKey } from './key';
import { studioUsers } from './users';
import { madeVpc } from './vpc';

/** SageMaker Studio. `roles` are those of the teams, by team; `keyArn` is the environment's key. */
export function buildStudio(
  scope: ModuleScope,
  facts: EnvironmentFacts,
  roles: ReadonlyMap<string, Role>,
  keyArn: string,
): void {
  if (!facts.config.features.mlStudio) return;
  const names = studioNames(facts);
  const { vpcType, vpcId, subnetIds } = place(scope, facts, keyArn);
  const role = domainRole(scope, names.role);
  const working = facts.teams
    .filter(({ permissions }) => permissions.has('CREATE_SGMSTUDIO_USER'))
    .flatMap(({ name }) => roles.get(name) ?? []);
  const key = studioKey(scope, names.key, [role, ...working]);
  const domainId = studioDomain(scope, {
    name: names.domain,
    securityGroup: names.securityGroup,
    ...{ role, key, vpcId, subnetIds },
  });
  studioUsers(scope, facts, domainId, roles);
  scope.publish('studio/vpc-type', vpcType);
  scope.publish('studio/vpc-id', vpcId);
}

/** Where Studio stands, as Terraform strings: once decided, it stays. */
function place(scope: ModuleScope, facts: EnvironmentFacts, keyArn: string) {
  const choice = decideVpc(scope, facts);
  const vpcType = `\${${choice.type}}`;
  if (!mayMakeVpc(facts)) {
    return { vpcType, vpcId: `\${${choice.vpcId}}`, subnetIds: `\${${choice.subnetIds}}` };
  }
  const names = studioNames(facts);
  const made = madeVpc(scope, choice, names.vpc);
  flowLog(scope, choice, {
    vpcId: made.vpcId,
    logGroup: names.flowLogGroup,
    role: names.flowLogRole,
    keyArn,
  });
  const either = (own: string, found: string) => `\${${choice.created} ? ${own} : ${found}}`;
  return {
    vpcType,
    vpcId: either(made.vpcId, choice.vpcId),
    subnetIds: either(made.subnetIds, choice.subnetIds),
  };
}

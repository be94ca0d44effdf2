import type { ModuleScope } from '../../../core/module/scope';
import type { EnvironmentFacts } from '../facts';
import { pivotFacts } from './environment-facts';
import { pivotRole, type PivotRole } from './pivot-role';

/** The pivot role of an environment, where a central account is trusted. */
export function buildPivotRole(scope: ModuleScope, facts: EnvironmentFacts): PivotRole | undefined {
  const { config, pivot } = facts;
  if (!pivot) return undefined;
  const { trustedAccountId, trustedPrincipals, externalId } = config.pivotRole;
  const id = scope.value(externalId);
  const trusted = {
    ...(trustedAccountId !== undefined && { trustedAccountId }),
    ...(id !== undefined && { externalId: id }),
  };
  if (!pivot.made) return pivotRole(scope, { create: false, roleArn: pivot.arn, trust: trusted });
  const [first, ...others] = trustedPrincipals;
  // The schema has seen to it that they come together.
  if (trustedAccountId === undefined || id === undefined || first === undefined) return undefined;
  return pivotRole(scope, {
    create: true,
    name: pivot.name,
    trust: { trustedAccountId, externalId: id, trustedPrincipals: [first, ...others] },
    facts: pivotFacts(facts, pivot),
    boundaryArn: config.permissionsBoundaryArn,
  });
}

import type { ModuleScope } from '../../core/module/scope';
import { buildAdministrators, buildBase } from './base/build';
import type { EnvironmentConfig } from './config';
import { buildDatasets } from './datasets/build';
import { lookUpConsumptionRoles } from './consumption-roles/build';
import { environmentFacts, factsOf } from './facts';
import { buildShares } from './shares/build';
import { contributing } from './shares/contributions';
import { buildNetworks } from './networks/build';
import { buildNotebooks } from './notebooks/build';
import { buildPivotRole } from './pivot/build';
import { buildStudio } from './studio/build';
import { buildSubscriptions } from './subscriptions/build';
import { buildTeamPolicies, buildTeamRoles } from './teams/build';

/** An environment: what all teams share, the roles of the teams, and what they own. */
export function build(scope: ModuleScope, config: EnvironmentConfig): void {
  const facts = environmentFacts(config, scope.names, scope.context);
  const pivot = buildPivotRole(scope, facts);
  const roles = buildTeamRoles(scope, facts);
  const base = buildBase(scope, facts, [...roles.values()]);
  buildTeamPolicies(scope, facts, roles, base.key.arn);
  buildNetworks(scope, facts);
  buildStudio(scope, facts, roles, base.key.arn);
  buildNotebooks(scope, facts, roles);
  buildSubscriptions(scope, facts, [...roles.values()]);
  buildAdministrators(scope, facts, pivot && facts.pivot ? [{ arn: pivot.arn, known: facts.pivot.arn }] : []);
  const all = scope.siblings.map(factsOf);
  const datasets = buildDatasets(scope, facts, {
    base,
    roles,
    pivot,
    contributing: contributing(facts, all),
  });
  const consumptionRoles = lookUpConsumptionRoles(scope, facts);
  buildShares(scope, facts, { all, teams: roles, consumptionRoles, datasets });
}

import { managedPolicy } from '../../../core/aws/managed-policy';
import type { ModuleScope, Role } from '../../../core/module/scope';
import type { EnvironmentFacts } from '../facts';
import { buildSharedCatalog } from './catalog';
import { buildGiven, type BuiltDatasets } from './given';
import { buildGrants } from './grants';
import { sharePoliciesOf } from './policy';
import type { SharePrincipal } from './resolve';

/** What shares are built with. */
export interface ShareSurroundings {
  /** All environments of the platform. */
  readonly all: readonly EnvironmentFacts[];
  /** Roles of the teams, by team, and of the consumption roles, by key. */
  readonly teams: ReadonlyMap<string, Role>;
  readonly consumptionRoles: ReadonlyMap<string, Role>;
  readonly datasets: BuiltDatasets;
}

/** What an environment gives to others, and what its own teams and consumption roles get. */
export function buildShares(
  scope: ModuleScope,
  facts: EnvironmentFacts,
  { all, teams, consumptionRoles, datasets }: ShareSurroundings,
): void {
  const roleOf = ({ kind, name }: SharePrincipal): Role | undefined =>
    kind === 'team' ? teams.get(name) : consumptionRoles.get(name);
  const filters = buildGiven(scope, facts, all, datasets);
  for (const { principal, name, statements } of sharePoliciesOf(facts, all)) {
    const role = roleOf(principal);
    managedPolicy(scope, ['share', ...principal.key], {
      name,
      statements,
      attachTo: principal.attach && role ? [role] : [],
      from: ['shares'],
    });
  }
  const principalArn = (principal: SharePrincipal) => roleOf(principal)?.arn ?? principal.roleArn;
  buildSharedCatalog(scope, facts, { all, datasets, principalArn });
  buildGrants(scope, facts, { all, datasets, filters, principalArn });
}

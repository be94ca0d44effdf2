import { ConfigurationError } from '../../../core/config/diagnostic';
import type { PolicyStatement } from '../../../core/aws/policy';
import { packStatements, partSuffix } from '../../../core/aws/policy-size';
import { pivotStatements, type PivotFacts } from './statements';

/** How many managed policies AWS attaches to a role, unless the account's quota was raised. */
const maxPolicies = 10;

/** A managed policy of a pivot role, named after it. */
export interface PivotPolicy {
  readonly name: string;
  readonly statements: readonly PolicyStatement[];
}

/**
 * The policies of a pivot role, in their order: what `declares` names and what is made. Pure.
 *
 * @throws ConfigurationError TL204 where a role cannot have as many
 */
export function pivotPolicies(facts: PivotFacts): readonly PivotPolicy[] {
  const policies = packStatements(pivotStatements(facts)).map((statements, index) => ({
    name: `${facts.roleName}${partSuffix(index)}`,
    statements,
  }));
  if (policies.length <= maxPolicies) return policies;
  throw new ConfigurationError([
    {
      severity: 'error',
      code: 'TL204',
      message: `the pivot role ${facts.roleName} would need ${String(policies.length)} policies, AWS attaches ${String(maxPolicies)}`,
      help: 'Import fewer buckets and keys, or register fewer consumption roles, in one environment.',
    },
  ]);
}

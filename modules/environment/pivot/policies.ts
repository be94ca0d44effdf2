import type { PolicyStatement } from '../../../aws/iam/statement';
import { packStatements, partSuffix } from '../../../aws/iam/pack';
import { pivotStatements, type PivotFacts } from './statements';

/** How many managed policies AWS attaches to a role, unless the account's quota was raised. */
export const maxPolicies = 10;

/** A managed policy of a pivot role, named after it. */
export interface PivotPolicy {
  readonly name: string;
  readonly statements: readonly PolicyStatement[];
}

/** The policies of a pivot role, in their order: what `declares` names and what is made. */
export function pivotPolicies(facts: PivotFacts): readonly PivotPolicy[] {
  return packStatements(pivotStatements(facts)).map((statements, index) => ({
    name: `${facts.roleName}${partSuffix(index)}`,
    statements,
  }));
}

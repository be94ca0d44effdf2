import { nameOf, type Part } from '../part';
import { checkPivot } from './check';
import { pivotFacts } from './environment-facts';
import { pivotPolicies } from './policies';

/** The role by which a central account looks after the environment. */
export const pivotPart: Part = {
  names: (facts) => {
    const { pivot } = facts;
    if (pivot?.made !== true) return [];
    const role = nameOf(facts, 'iam role', 'role', ['pivot', facts.location.region]);
    return [
      role,
      ...pivotPolicies(pivotFacts(facts, pivot)).map(({ name }) => ({ kind: 'iam policy' as const, name })),
    ];
  },
  publishes: ({ pivot }) => (pivot ? ['role/pivot/arn', 'role/pivot/id', 'role/pivot/name'] : []),
  check: checkPivot,
};

import type { Conditions } from '../../../../aws/iam/statement';

/**
 * Resources that belong to a team. For those whose ids AWS makes up, which therefore have no prefix, this is what
 * tells an environment's from others of the account.
 */
export const ofATeam: Conditions = { Null: { 'aws:ResourceTag/Team': 'false' } };

import { accounts } from './rows-accounts';
import { lifecycle } from './rows-lifecycle';
import { teams } from './rows-teams';
import type { Requirement } from './requirement';

/** D1 to D33, in the order of the document. */
export const requirements: readonly Requirement[] = [...accounts, ...lifecycle, ...teams];

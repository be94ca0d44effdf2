import type { Part } from '../part';
import { checkConsumptionRoles } from './check';

/** Existing roles that consume data: nothing is made of them here. */
export const consumptionRolesPart: Part = { check: checkConsumptionRoles };

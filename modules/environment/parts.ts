import { apartPart } from './apart/part';
import { basePart } from './base/part';
import { consumptionRolesPart } from './consumption-roles/part';
import type { Part } from './part';
import { datasetsPart } from './datasets/part';
import { pivotPart } from './pivot/part';
import { sharesPart } from './shares/part';
import { teamsPart } from './teams/part';

/** The parts of an environment, in the order in which they are told about. */
export const parts: readonly Part[] = [
  apartPart,
  basePart,
  pivotPart,
  teamsPart,
  datasetsPart,
  consumptionRolesPart,
  sharesPart,
];

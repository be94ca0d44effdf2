import { apartPart } from './apart/part';
import { basePart } from './base/part';
import { consumptionRolesPart } from './consumption-roles/part';
import { networksPart } from './networks/part';
import { notebooksPart } from './notebooks/part';
import type { Part } from './part';
import { datasetsPart } from './datasets/part';
import { pivotPart } from './pivot/part';
import { sharesPart } from './shares/part';
import { studioPart } from './studio/part';
import { subscriptionsPart } from './subscriptions/part';
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
  networksPart,
  studioPart,
  notebooksPart,
  subscriptionsPart,
];

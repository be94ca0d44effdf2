import type { Part } from '../part';
import { checkNetworks } from './check';

/** Existing VPCs that notebooks and Studio refer to. Nothing of them is made. */
export const networksPart: Part = { check: checkNetworks };

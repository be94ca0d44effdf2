import type { Diagnostic } from '../../../diagnostics/diagnostic';
import type { Platform } from '../platform';
import { checkUniqueNames, checkNames } from './names';
import { checkClaims, checkEnvironments, checkPublishers, checkStacks } from './once';
import { checkCycles } from './cycles';
import { checkReferences } from './references';
import { checkTargets } from './targets';

/** All findings about a platform as a whole. */
export function checkPlatform(platform: Platform): readonly Diagnostic[] {
  return [
    ...checkEnvironments(platform),
    ...checkTargets(platform),
    ...checkStacks(platform),
    ...checkClaims(platform),
    ...checkPublishers(platform),
    ...checkNames(platform),
    ...checkUniqueNames(platform),
    ...checkReferences(platform),
    ...checkCycles(platform),
  ];
}

import type { Diagnostic } from '../../../diagnostics/diagnostic';
import type { Platform } from '../platform';
import { checkUniqueNames } from './unique-names';
import { checkClaims } from './claims';
import { checkCycles } from './cycles';
import { checkEnvironments } from './environments';
import { checkNames } from './names';
import { checkPublishers } from './publishers';
import { checkReferences } from './references';
import { checkStacks } from './stacks';
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

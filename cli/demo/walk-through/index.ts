import { say } from '../../shared/report';
import { RunError } from '../../../deploy/errors';
import { decideAccess } from './access';
import { crawl } from './crawl';
import { findGrants } from './grants';
import { findStudio } from './studio';
import { findWorkgroup } from './workgroup';
import { refuseOtherSessions } from './sessions';
import type { Check, Step, Tour } from './tour';
import { uploadSampleData } from './upload';

const steps: readonly Step[] = [
  uploadSampleData,
  refuseOtherSessions,
  crawl,
  findGrants,
  findWorkgroup,
  findStudio,
  decideAccess,
];

/** The usage steps of the Basic Data Science Platform, as far as an emulator can go. @throws RunError */
export async function walkThrough(tour: Tour): Promise<void> {
  for (const step of steps) await step(tour, check);
}

const check: Check = (what, holds, found) => {
  if (!holds)
    throw new RunError(`does not hold: ${what}`, found === undefined ? '' : JSON.stringify(found, null, 2));
  say(`  ✓ ${what}`);
};

import type { Platform } from '../../../core/platform/platform';
import type { Sandbox } from '../../../emulator/sandbox';
import { say } from '../../shared/report';
import { RunError } from '../../../deploy/errors';
import { decideAccess } from './access';
import { crawl } from './crawl';
import { findGrants } from './grants';
import { findStudio } from './studio';
import { findWorkgroup } from './workgroup';
import { refuseOtherSessions } from './sessions';
import { uploadSampleData } from './upload';

/** What the steps of the walk-through know. */
export interface Tour {
  readonly platform: Platform;
  readonly sandbox: Sandbox;
  /** The folder of the deployed copy. */
  readonly workspace: string;
  /** The root file of the copy, and the context that it was deployed with. */
  readonly rootFile: string;
  readonly context: Readonly<Record<string, string>>;
  /** ARN of the role that deployed. */
  readonly deployer: string;
}

/** One usage step: tells what it found, or why it does not apply to this platform. */
export type Step = (tour: Tour, check: Check) => Promise<void>;

/** Prints a line with a tick. @throws RunError when the condition does not hold */
export type Check = (what: string, holds: boolean, found?: unknown) => void;

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

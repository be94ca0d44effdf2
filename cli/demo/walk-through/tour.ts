import type { Platform } from '../../../core/platform/platform';
import type { Sandbox } from '../../../emulator/sandbox';

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

import type { Platform } from '../platform/platform';
import type { Diagnostic } from './diagnostic';

export interface LoadOptions {
  /** The root file, absolute or relative to the working folder. */
  readonly file: string;
  /** Overrides of context values (`--context key=value`, `TERRALAKE_CONTEXT`). */
  readonly context?: Readonly<Record<string, unknown>>;
  /** The process environment, for `{{env_var:…}}`. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

export interface LoadResult {
  /** Undefined when there are errors. */
  readonly platform: Platform | undefined;
  /** All findings, sorted by place. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a platform from its root file. Bad input gives diagnostics, never an exception. */
export declare function loadPlatform(options: LoadOptions): LoadResult;

import './jitless';
import { basename, dirname, resolve } from 'node:path';
import type { Platform } from '../platform/platform';
import { Diagnostics, error, type Diagnostic } from '../../diagnostics/diagnostic';
import { resolvePlatform } from './effective/platform';
import type { Registry } from './load-context';
import type { Lock } from '../lock/lock';
import { readLock } from '../lock/lock-file';
import { checkMdaaKeys } from './mdaa-key-findings';
import { Reader } from './read';
import { checkGrammar } from './grammar/root';

export interface LoadOptions {
  /** The root file, absolute or relative to the working folder. */
  readonly file: string;
  /** Overrides of context values (`--context key=value`, `TERRALAKE_CONTEXT`). */
  readonly context?: Readonly<Record<string, unknown>>;
  /** The process environment, for `{{env_var:…}}`. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** The modules that `module_path` can name without a path. */
  readonly registry: Registry;
  /** The day to take for today, `YYYY-MM-DD`: what expired before it is left out. @default nothing expires */
  readonly asOf?: string;
  /** Nothing is missed that the lock file protects or records: for a configuration on its way out. */
  readonly ignoreLock?: boolean;
  /** Where the lock file is, which has the names that were given. @default beside the root file */
  readonly lockFolder?: string;
}

export interface LoadResult {
  /** Undefined when there are errors. */
  readonly platform: Platform | undefined;
  /** The platform without what had errors; undefined where nothing could be made of the root file. */
  readonly partial: Platform | undefined;
  /** All findings, sorted by place. */
  readonly diagnostics: readonly Diagnostic[];
  /** The lock of the platform, read once for everybody. */
  readonly lock: Lock;
}

/** Reads a platform from its root file. Bad input gives diagnostics, never an exception. */
export function loadPlatform(options: LoadOptions): LoadResult {
  const diagnostics = new Diagnostics();
  const file = resolve(options.file);
  const lock = readLock(options.lockFolder ?? dirname(file));
  const partial = load(options, file, lock, diagnostics);
  const platform = diagnostics.hasErrors ? undefined : partial;
  return { platform, partial, diagnostics: diagnostics.all, lock };
}

function load(
  options: LoadOptions,
  file: string,
  lock: Lock,
  diagnostics: Diagnostics,
): Platform | undefined {
  const report = (diagnostic: Diagnostic) => diagnostics.add(diagnostic);
  const reader = new Reader(dirname(file), report);
  const root = reader.root(basename(file));
  if (!root) return undefined;
  if (root.kind !== 'map') {
    report(
      error('TL202', root.place, `the root file is a ${root.kind}, not a map`, 'Write keys and values.'),
    );
    return undefined;
  }
  checkGrammar(root, report);
  checkMdaaKeys(root, report);
  if (lock.origin.problem && options.ignoreLock !== true) report(lock.origin.problem);
  return resolvePlatform(root, {
    rootFile: basename(file),
    reader,
    registry: options.registry,
    context: options.context ?? {},
    variables: options.environment ?? {},
    recorded: lock,
    ignoreGone: options.ignoreLock === true,
    asOf: options.asOf,
    report,
  });
}

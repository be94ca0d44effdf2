import { dirname, resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { type Blueprint, protectedIn } from './blueprint/blueprint';
import { drawBlueprint } from './blueprint/draw';
import { ConfigurationError, type Diagnostic, Diagnostics } from '../diagnostics/diagnostic';
import { loadPlatform, type LoadOptions } from './config/load';
import { suggestion } from './config/nearest';
import { checkLock } from './lock/check';
import type { Lock } from './lock/lock';
import type { Platform } from './platform/platform';
import { stackPlans } from './platform/stacks';

export interface DraftOptions extends LoadOptions {
  /** Stacks that may lose data, see `deletion_protection`; `*` means all. */
  readonly allowDataLoss?: readonly string[];
}

/** Everything but the print: what a platform is, what will stand, and all that is wrong with either. */
export interface Draft {
  /** Undefined when there are errors. */
  readonly blueprint: Blueprint | undefined;
  readonly lock: Lock;
  /** All findings, sorted by place. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads a platform and draws it. Where modules have errors the others are drawn all the same, so that all that is wrong
 * is told at once. Bad input gives diagnostics, never an exception.
 */
export function draft(options: DraftOptions): Draft {
  const { partial, diagnostics, lock } = loadPlatform(options);
  const found = new Diagnostics();
  found.add(...diagnostics);
  const complete = !found.hasErrors;
  const report = (finding: Diagnostic) => {
    if (!diagnostics.some((known) => sameCause(known, finding))) found.add(finding);
  };
  const blueprint = partial && drawn(partial, options.allowDataLoss ?? [], report);
  // Of what could not be drawn nobody knows whether it is missed.
  if (blueprint && complete && !found.hasErrors && options.ignoreLock !== true)
    found.add(...checkLock(lock, protectedIn(blueprint)));
  return { blueprint: found.hasErrors ? undefined : blueprint, lock, diagnostics: found.all };
}

/** Reading and drawing may both come upon an error; it is told once. */
function sameCause(known: Diagnostic, drawn: Diagnostic): boolean {
  if (known.severity !== drawn.severity || known.code !== drawn.code) return false;
  return known.message === drawn.message || isDeepStrictEqual(known.place, drawn.place);
}

/** The same where errors cannot be lived with. @throws ConfigurationError with every error found */
export function validDraft(options: DraftOptions): Draft & { readonly blueprint: Blueprint } {
  const { blueprint, ...rest } = draft(options);
  if (!blueprint) throw new ConfigurationError(rest.diagnostics, dirname(resolve(options.file)));
  return { ...rest, blueprint };
}

function drawn(
  platform: Platform,
  ids: readonly string[],
  report: (finding: Diagnostic) => void,
): Blueprint | undefined {
  const stacks = stackPlans(platform).map(({ id }) => id);
  const unknown = ids.filter((id) => id !== '*' && !stacks.includes(id));
  for (const id of unknown)
    report({
      severity: 'error',
      code: 'TL801',
      message: `data loss is allowed for "${id}", which is no stack`,
      help: suggestion(id, stacks),
    });
  const allowDataLoss = new Set(ids.includes('*') ? stacks : ids);
  return drawBlueprint(platform, { allowDataLoss, report });
}

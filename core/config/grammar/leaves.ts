import * as z from 'zod';

/**
 * The leaves of the root file's grammar. They are checked before references are resolved, so a string with
 * `{{…}}` may stand for anything; what it becomes is checked where it is used.
 */

/** Any text. */
export function words() {
  return z.custom<string>((value) => typeof value === 'string', {
    params: { code: 'TL202', expected: 'text' },
  });
}

/** Any text but none. */
export function filled() {
  return z.custom<string>((value) => typeof value === 'string' && value.trim() !== '', {
    params: { code: 'TL202', expected: 'text' },
  });
}

/** `true` or `false`, or a reference to one. */
export function flag() {
  return z.custom<boolean | string>((value) => typeof value === 'boolean' || isReference(value), {
    params: { code: 'TL202', expected: 'true or false' },
  });
}

/** An account id. Numbers get a diagnostic of their own, see `effective/target.ts`. */
export function accountId() {
  return z.custom<string>((value) => typeof value === 'string' || typeof value === 'number', {
    params: { code: 'TL202', expected: 'a quoted account id of twelve digits, or default' },
  });
}

/** A list of texts. */
export function wordList() {
  return z.array(words());
}

/** Keys and values of any kind. */
export function anything() {
  return z.record(z.string(), z.unknown());
}

/** Keys with text as values; numbers get a diagnostic of their own, see `effective/tags.ts`. */
export function tagMap() {
  return anything();
}

function isReference(value: unknown): boolean {
  return typeof value === 'string' && value.includes('{{');
}

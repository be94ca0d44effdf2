import type { Code } from './code';

/** Where something is written. Lines and columns count from 1; `file` is as the user named it or relative to the root file's folder. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A place that matters to a finding, and what it has to do with it. */
export interface Label {
  readonly place: Place;
  readonly words?: string;
}

/** `error` stops everything (exit code 2); `warning` is probably a mistake; `note` tells what Terralake did differently. */
export type Severity = 'error' | 'warning' | 'note';

/** One finding about the configuration. Tests and scripts rely on `code` and the places, never on the prose. */
export interface Diagnostic {
  readonly severity: Severity;
  readonly code: Code;
  /** One sentence that says what is wrong. */
  readonly message: string;
  /** One sentence that says what to do. */
  readonly help: string;
  /** The primary place: where one would begin to mend it. */
  readonly place?: Place;
  /** What the primary place has to do with it, where there are {@link others}. */
  readonly words?: string;
  /** Further places that it takes to understand the finding. */
  readonly others?: readonly Label[];
  /** Where to read more. */
  readonly url?: string;
}

/** Takes findings as they turn up. */
export type Report = (diagnostic: Diagnostic) => void;

/** Where a finding points to: one place, several with words (the first is the primary one), or none. */
export type Where = Place | readonly Label[] | undefined;

/** Builds an error; see {@link Diagnostic}. */
export function error(code: Code, where: Where, message: string, help: string): Diagnostic {
  return finding('error', code, where, message, help);
}

/** Builds a warning. */
export function warning(code: Code, where: Where, message: string, help: string): Diagnostic {
  return finding('warning', code, where, message, help);
}

/** Builds a note. */
export function note(code: Code, where: Where, message: string, help: string): Diagnostic {
  return finding('note', code, where, message, help);
}

function finding(severity: Severity, code: Code, where: Where, message: string, help: string): Diagnostic {
  if (where === undefined) return { severity, code, message, help };
  if ('line' in where) return { severity, code, message, help, place: where };
  const [primary, ...others] = where;
  return { severity, code, message, help, ...primary, ...(others.length > 0 && { others }) };
}

/** All places of a finding with their words, the primary one first. */
export function labelsOf({ place, words, others = [] }: Diagnostic): readonly Label[] {
  return place ? [{ place, ...(words !== undefined && { words }) }, ...others] : others;
}

/** `file:line:column`. */
export function describePlace(place: Place): string {
  return `${place.file}:${place.line}:${place.column}`;
}

/** Thrown where a value is needed and the configuration has errors; carries all of them. */
export class ConfigurationError extends Error {
  /** @param folder the root file's folder, where it is known: the files of places lie there */
  constructor(
    readonly diagnostics: readonly Diagnostic[],
    readonly folder?: string,
  ) {
    super(diagnostics.map((diagnostic) => `${diagnostic.code} ${diagnostic.message}`).join('\n'));
    this.name = 'ConfigurationError';
  }
}

/** Collects findings so that all of them are reported at once. */
export class Diagnostics {
  private readonly found: Diagnostic[] = [];

  add(...diagnostics: readonly Diagnostic[]): void {
    this.found.push(...diagnostics);
  }

  /** All findings, sorted by file, line and column; those without a place last; no two alike. */
  get all(): readonly Diagnostic[] {
    const unique = new Map(this.found.map((d) => [JSON.stringify([d.code, d.message, labelsOf(d)]), d]));
    return [...unique.values()].sort(byPlace);
  }

  get hasErrors(): boolean {
    return this.found.some((diagnostic) => diagnostic.severity === 'error');
  }

  /** @throws ConfigurationError when there is at least one error */
  throwIfErrors(): void {
    if (this.hasErrors) throw new ConfigurationError(this.all);
  }
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  if (!a.place || !b.place) return Number(!a.place) - Number(!b.place);
  return (
    compare(a.place.file, b.place.file) || a.place.line - b.place.line || a.place.column - b.place.column
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

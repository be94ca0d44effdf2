import type { Code } from './codes';

/** Where something is written. Lines and columns count from 1; `file` is as the user named it or relative to the root file's folder. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** `error` stops everything (exit code 2); `warning` is probably a mistake; `note` tells what Terralake did differently. */
export type Severity = 'error' | 'warning' | 'note';

/** One finding about the configuration. Tests and scripts rely on `code` and `place`, never on the prose. */
export interface Diagnostic {
  readonly severity: Severity;
  readonly code: Code;
  readonly message: string;
  /** One sentence that says what to do. */
  readonly help: string;
  readonly place?: Place;
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
    const unique = new Map(this.found.map((d) => [JSON.stringify([d.code, d.message, d.place]), d]));
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

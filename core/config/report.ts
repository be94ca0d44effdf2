import type { Code } from './codes';
import type { Diagnostic, Place, Severity } from './diagnostic';

/** Takes findings as they turn up. */
export type Report = (diagnostic: Diagnostic) => void;

/** Builds an error; see {@link Diagnostic}. */
export function error(code: Code, place: Place | undefined, message: string, help: string): Diagnostic {
  return finding('error', code, place, message, help);
}

/** Builds a warning. */
export function warning(code: Code, place: Place | undefined, message: string, help: string): Diagnostic {
  return finding('warning', code, place, message, help);
}

/** Builds a note. */
export function note(code: Code, place: Place | undefined, message: string, help: string): Diagnostic {
  return finding('note', code, place, message, help);
}

function finding(
  severity: Severity,
  code: Code,
  place: Place | undefined,
  message: string,
  help: string,
): Diagnostic {
  return { severity, code, message, help, ...(place && { place }) };
}

/** `file:line:column`. */
export function describePlace(place: Place): string {
  return `${place.file}:${place.line}:${place.column}`;
}

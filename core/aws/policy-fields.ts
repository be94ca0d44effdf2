import type { Code } from '../../diagnostics/code';
import { Text, type JsonObject, type JsonValue } from '../platform/text';

export type Path = readonly (string | number)[];

/** What is wrong with a document; `path` leads to it, in the user's spelling of the keys. */
export interface PolicyFinding {
  readonly code: Code;
  readonly path: Path;
  readonly message: string;
  readonly help: string;
}

/** A field of a map, its key as the user spells it. */
export interface Field {
  readonly key: string;
  readonly value: JsonValue;
}

export type Fields = Readonly<Partial<Record<string, Field>>>;

/** The fields of a map by their lower-cased keys; other keys than the `known` are findings. */
export function fieldsOf(
  map: JsonObject,
  known: readonly string[],
  path: Path,
  findings: PolicyFinding[],
): Fields {
  const found: Partial<Record<string, Field>> = {};
  for (const [key, value] of Object.entries(map)) {
    const name = key.toLowerCase();
    const same = found[name];
    if (!known.some((candidate) => candidate.toLowerCase() === name)) {
      findings.push({
        code: 'TL201',
        path: [...path, key],
        message: `"${key}" is no part of a policy of a role`,
        help: `Known are ${known.join(', ')}, in any case.`,
      });
    } else if (same) {
      findings.push({
        code: 'TL103',
        path: [...path, key],
        message: `"${same.key}" and "${key}" are the same key`,
        help: 'Keep one of them.',
      });
    } else found[name] = { key, value };
  }
  return found;
}

/** One text or a list of texts. */
export function textsOf(value: JsonValue, path: Path, findings: PolicyFinding[]): readonly Text[] {
  const texts = listOf(value).map(textOf);
  if (texts.length === 0 || texts.includes(undefined)) {
    findings.push({
      code: 'TL202',
      path,
      message: 'expected a text or a list of texts',
      help: 'Write one or several.',
    });
  }
  return texts.filter((text) => text !== undefined);
}

/** A text; also of the numbers and booleans that conditions are written with. */
export function textOf(value: JsonValue): Text | undefined {
  if (value instanceof Text) return value;
  return typeof value === 'number' || typeof value === 'boolean' ? Text.of(String(value)) : undefined;
}

/** A single value as a list of one. */
export function listOf(value: JsonValue): readonly JsonValue[] {
  return Array.isArray(value) ? (value as readonly JsonValue[]) : [value];
}

/** Whether a value is a map: a {@link Text} is none. */
export function isMap(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Text);
}

/** A finding about something that is not there. */
export function missing(path: Path, message: string, help: string): PolicyFinding {
  return { code: 'TL203', path, message, help };
}

/** A finding about something that may not be so. */
export function notAllowed(path: Path, message: string, help: string): PolicyFinding {
  return { code: 'TL204', path, message, help };
}

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Place } from './diagnostic';

/** The line of a place, as it is written; undefined where it cannot be had. */
export type LineOf = (place: Place) => string | undefined;

/** The parts of a frame, for somebody to paint: the line with its number, and what is below it. */
export interface Frame {
  readonly gutter: string;
  readonly line: string;
  /** Carets below the key or value, with the spaces before them. */
  readonly carets: string;
}

const widest = 100;

/** The line that a place is in, cut where it is long, with carets below the key or value. */
export function frame(source: string, { line, column }: Place): Frame {
  const cut = Math.max(0, column - widest + 20);
  const before = Math.max(0, column - 1 - cut);
  const rest = source
    .slice(Math.max(0, column - 1))
    .replace(/\s+#.*$/, '')
    .trimEnd();
  const length = Math.max(1, Math.min(lengthOfWord(rest), widest - before));
  return {
    gutter: String(line),
    line: source.slice(cut, cut + widest),
    carets: ' '.repeat(before) + '^'.repeat(length),
  };
}

/** A key up to its colon, or a whole value. */
function lengthOfWord(rest: string): number {
  const key = /^("[^"]*"|'[^']*'|[^\s:"'{[]+)(?=:(\s|$))/.exec(rest);
  return key ? key[0].length : rest.length;
}

/** Reads the lines of files in a folder, each file once; without a folder there are none. */
export function sourceLines(folder: string | undefined): LineOf {
  const files = new Map<string, readonly string[]>();
  return ({ file, line }) => {
    if (folder === undefined) return undefined;
    const lines = files.get(file) ?? read(resolve(folder, file));
    files.set(file, lines);
    return lines[line - 1];
  };
}

function read(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8').split(/\r?\n/);
  } catch {
    return [];
  }
}

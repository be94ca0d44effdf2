import { relative, resolve } from 'node:path';
import type { Place } from './diagnostic';

/** Where the files of places lie, and where the reader stands. */
export interface Location {
  /** The root file's folder: where the files that places name lie. */
  readonly folder?: string | undefined;
  /** The folder that one stands in: files are named so that they open from there. Default: as in the places. */
  readonly from?: string | undefined;
}

/** The place with its file named from where the reader stands. */
export function seenFrom({ folder, from }: Location, place: Place): Place {
  if (folder === undefined || from === undefined) return place;
  return { ...place, file: relative(from, resolve(folder, place.file)) || place.file };
}

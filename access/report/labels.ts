import {
  levels,
  type CellOutcome,
  type DataKind,
  type Level,
  type MatrixData,
  type MatrixPrincipal,
  type MatrixReport,
} from '../questions/matrix-report';

/** Headings for the kinds of data. */
export const kindTitles: Readonly<Record<DataKind, string>> = {
  bucket: 'Buckets',
  database: 'Databases',
  key: 'Keys',
  workgroup: 'Workgroups',
  'studio profile': 'Studio profiles',
};

/** What stands behind the name of a principal that the platform does not make. */
export const principalMarks: Readonly<Record<MatrixPrincipal['kind'], string>> = {
  platform: '',
  'referred to': '+',
  'stand-in': '*',
};

/** What the marks of {@link principalMarks} say. */
export const markMeanings = {
  'referred to': 'the platform refers to it and does not make it',
  'stand-in': 'stands for everybody else of its sort',
} as const;

/** What each level means. */
export const levelMeanings: Readonly<Record<Level, string>> = {
  read: 'see what is in it',
  write: 'add to it or change it',
  delete: 'remove what is in it',
  admin: 'change who may do what, or remove it as a whole',
};

/** Where the report's policies come from, in words. */
export const sourceTitles: Readonly<Record<MatrixReport['source'], string>> = {
  stacks: 'as the configuration asks for it, before anything is applied',
  live: 'as it stands in AWS',
};

/** One character for each level, always in the same order: its first letter, `?` for not known, `·` for denied. */
export function levelSigns(outcomes: Readonly<Record<Level, CellOutcome>>): readonly string[] {
  return levels.map((level) => levelSign(level, outcomes[level]));
}

/** See {@link levelSigns}. */
export function levelSign(level: Level, outcome: CellOutcome): string {
  if (outcome === 'unknown') return '?';
  return outcome === 'allowed' ? level.slice(0, 1) : '·';
}

/** The beginning that the names of the platform's own principals share. */
export function principalPrefix(principals: readonly MatrixPrincipal[]): string {
  return sharedPrefix(principals.filter(({ kind }) => kind === 'platform').map(({ label }) => label));
}

/** A principal's name without the shared beginning, and with its mark. */
export function principalName({ label, kind }: MatrixPrincipal, prefix: string): string {
  const name = kind === 'platform' ? label.slice(prefix.length) : label;
  return `${name}${principalMarks[kind]}`;
}

/** The beginning that the labels of one kind of data share. */
export function dataPrefix(data: readonly MatrixData[], kind: DataKind): string {
  return sharedPrefix(data.filter((item) => item.kind === kind).map(({ label }) => label));
}

const separators = /[-/.:]/g;
const worthwhile = 6;

/** The longest common beginning that ends with a separator and leaves something of every label; empty where it saves little. */
export function sharedPrefix(labels: readonly string[]): string {
  const [first, ...others] = labels;
  if (first === undefined || others.length === 0) return '';
  const ends = [...first.matchAll(separators)].map(({ index }) => index + 1).reverse();
  const end = ends.find((length) =>
    labels.every((label) => label.length > length && label.startsWith(first.slice(0, length))),
  );
  return end === undefined || end < worthwhile ? '' : first.slice(0, end);
}

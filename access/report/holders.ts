import type {
  DataKind,
  MatrixCell,
  MatrixData,
  MatrixPrincipal,
  MatrixReport,
} from '../questions/matrix-report';
import { levelSigns } from './labels';

/** Principals that have the same levels. */
export interface Holders {
  /** See {@link levelSigns}. */
  readonly signs: readonly string[];
  readonly principals: readonly MatrixPrincipal[];
}

/** Data that the same principals hold in the same way. */
export interface FoldedData {
  readonly data: readonly MatrixData[];
  /** Those who can do most first; empty where nobody can do anything. */
  readonly holders: readonly Holders[];
}

/** The data of one kind in the order of the report, alike ones together. */
export function foldedHolders(report: MatrixReport, kind: DataKind): readonly FoldedData[] {
  const cells = new Map<number, MatrixCell[]>();
  for (const cell of report.cells) cells.set(cell.data, [...(cells.get(cell.data) ?? []), cell]);
  const rows = new Map<string, FoldedData & { data: MatrixData[] }>();
  report.data.forEach((data, index) => {
    if (data.kind !== kind) return;
    const holders = holdersOf(cells.get(index) ?? [], report.principals);
    const key = JSON.stringify(holders);
    const row = rows.get(key);
    if (row) row.data.push(data);
    else rows.set(key, { data: [data], holders });
  });
  return [...rows.values()];
}

/** Principals without a cell. */
export function idlePrincipals({ principals, cells }: MatrixReport): readonly MatrixPrincipal[] {
  const active = new Set(cells.map(({ principal }) => principal));
  return principals.filter((_, index) => !active.has(index));
}

function holdersOf(cells: readonly MatrixCell[], all: readonly MatrixPrincipal[]): readonly Holders[] {
  const groups = new Map<string, { weight: string; signs: readonly string[]; members: number[] }>();
  for (const { outcomes, principal } of cells) {
    const signs = levelSigns(outcomes);
    const group = groups.get(signs.join('')) ?? { weight: weight(signs), signs, members: [] };
    group.members.push(principal);
    groups.set(signs.join(''), group);
  }
  return [...groups.values()]
    .sort((a, b) => (a.weight < b.weight ? 1 : -1))
    .map(({ signs, members }) => ({ signs, principals: inOrder(members, all) }));
}

function inOrder(members: readonly number[], all: readonly MatrixPrincipal[]): readonly MatrixPrincipal[] {
  return [...members].sort((a, b) => a - b).flatMap((index) => all[index] ?? []);
}

/** Sorts by the strongest level first; what is not known counts between yes and no. */
function weight(signs: readonly string[]): string {
  const digit = (sign: string): string => (sign === '?' ? '1' : sign === '·' ? '0' : '2');
  return signs.map(digit).reverse().join('');
}

import type { Cell, Row, Visible } from './filter';

/** A cell that is not empty: its button shows the reasons. */
export interface TableCell extends Cell {
  readonly button: HTMLButtonElement;
}

/** The table as it stands in the page: what the filters look at, and what they hide. */
export class Table {
  /** The cells of the head, one for each principal. */
  readonly heads: readonly HTMLTableCellElement[];
  /** The rows, one for each item of data. */
  readonly lines: readonly HTMLTableRowElement[];
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  readonly cells: readonly TableCell[];
  private readonly cellOf: ReadonlyMap<Element, TableCell>;
  private readonly hiddenColumns: boolean[];

  constructor(readonly element: HTMLTableElement) {
    this.heads = [...(element.tHead?.rows[0]?.cells ?? [])].slice(1);
    this.lines = [...element.querySelectorAll<HTMLTableRowElement>('tr[data-row]')];
    this.columns = this.heads.map(searched);
    this.rows = this.lines.map((line) => ({
      text: searched(line.cells[0]),
      kind: line.parentElement?.dataset['kind'] ?? '',
    }));
    this.cells = this.lines.flatMap((line, row) =>
      [...line.cells].slice(1).flatMap((td, column) => {
        const button = td.firstElementChild;
        if (!(button instanceof HTMLButtonElement)) return [];
        button.tabIndex = -1;
        return [{ row, column, outcomes: signs(button), button }];
      }),
    );
    this.cellOf = new Map(this.cells.map((cell) => [cell.button, cell]));
    this.hiddenColumns = this.columns.map(() => false);
  }

  /** The cell that an event happened in. */
  cellAt(target: EventTarget | null): TableCell | undefined {
    const button = target instanceof Element ? target.closest('button') : null;
    return button === null ? undefined : this.cellOf.get(button);
  }

  isShown({ row, column }: Cell): boolean {
    return this.lines[row]?.hidden === false && this.hiddenColumns[column] === false;
  }

  show(kept: Visible): void {
    // Only what changes: a large table has tens of thousands of cells.
    const changed = kept.columns.flatMap((isKept, index) =>
      isKept === this.hiddenColumns[index] ? [index] : [],
    );
    for (const index of changed) {
      this.hiddenColumns[index] = kept.columns[index] === false;
      hide(this.heads[index], this.hiddenColumns[index]);
    }
    this.lines.forEach((line, row) => {
      hide(line, kept.rows[row] === false);
      for (const column of changed) hide(line.cells[column + 1], this.hiddenColumns[column] === true);
    });
    this.cells.forEach(({ button }, index) => button.classList.toggle('faint', kept.cells[index] === false));
    for (const body of this.element.tBodies) {
      hide(body, ![...body.rows].some((line) => line.dataset['row'] !== undefined && !line.hidden));
    }
  }
}

function hide(element: HTMLElement | undefined, hidden: boolean): void {
  if (element !== undefined) element.hidden = hidden;
}

function searched(head: HTMLElement | undefined): string {
  return head?.dataset['search'] ?? '';
}

/** The names of the elements that are a cell's signs: B allowed, U not known, I denied. */
function signs(button: HTMLButtonElement): string {
  return [...button.children].map(({ tagName }) => tagName).join('');
}

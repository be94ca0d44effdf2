import type { Table } from './table';

const directions: Readonly<Record<string, readonly [row: number, column: number]>> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
};

/** One cell is reached with Tab, the others from there with the arrow keys. */
export class Keyboard {
  private entry: HTMLButtonElement | undefined;

  constructor(private readonly table: Table) {
    table.element.addEventListener('keydown', (event) => {
      this.pressed(event);
    });
  }

  /** Makes a cell the one that Tab reaches: the first that is shown, if none is named. */
  enter(button = this.table.cells.find((cell) => this.table.isShown(cell))?.button): void {
    if (this.entry !== undefined) this.entry.tabIndex = -1;
    this.entry = button;
    if (button !== undefined) button.tabIndex = 0;
  }

  private pressed(event: KeyboardEvent): void {
    const from = this.table.cellAt(event.target);
    const direction = directions[event.key];
    if (from === undefined || direction === undefined) return;
    event.preventDefault();
    const ahead = this.table.cells.filter(
      (cell) =>
        Math.sign(cell.row - from.row) === direction[0] &&
        Math.sign(cell.column - from.column) === direction[1] &&
        this.table.isShown(cell),
    );
    const next = ahead.at(direction[0] + direction[1] > 0 ? 0 : -1);
    if (next === undefined) return;
    this.enter(next.button);
    next.button.focus();
  }
}

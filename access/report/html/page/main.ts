import type { Details } from './details';
import { visible } from './filter';
import { Keyboard } from './keyboard';
import { showReasons } from './reasons';
import { Table } from './table';

/** The page's script: it adds the filters, the arrow keys and the reasons of a cell to the table that is there. */

const table = new Table(byId('grid', HTMLTableElement));
const keyboard = new Keyboard(table);
const form = byId('filters', HTMLFormElement);
const dialog = byId('reasons', HTMLDialogElement);
const nothing = byId('nothing', HTMLElement);
let details: Details | undefined;

table.element.addEventListener('click', ({ target }) => {
  const cell = table.cellAt(target);
  if (cell === undefined) return;
  details ??= JSON.parse(byId('details', HTMLElement).textContent) as Details;
  keyboard.enter(cell.button);
  showReasons(dialog, details, table, cell);
});
dialog.addEventListener('click', ({ target }) => {
  if (target === dialog) dialog.close();
});
form.addEventListener('input', filter);
form.addEventListener('submit', (event) => {
  event.preventDefault();
});
// The fields are empty only after the event.
form.addEventListener('reset', () => setTimeout(filter));
form.hidden = false;
filter();

function filter(): void {
  const kept = visible(table.rows, table.columns, table.cells, {
    principal: field('principal', HTMLInputElement).value.trim(),
    data: field('data', HTMLInputElement).value.trim(),
    kind: field('kind', HTMLSelectElement).value,
    level: Number(field('level', HTMLSelectElement).value),
    unknown: field('unknown', HTMLInputElement).checked,
  });
  table.show(kept);
  const principals = kept.columns.filter(Boolean).length;
  const data = kept.rows.filter(Boolean).length;
  nothing.hidden = principals > 0 && data > 0;
  table.element.hidden = !nothing.hidden;
  field('shown', HTMLOutputElement).value =
    `${principals} of ${table.columns.length} principals, ${data} of ${table.rows.length} data`;
  keyboard.enter();
}

function byId<T extends HTMLElement>(id: string, type: new () => T): T {
  return expected(document.getElementById(id), type, id);
}

function field<T extends HTMLElement>(name: string, type: new () => T): T {
  return expected(form.elements.namedItem(name), type, name);
}

function expected<T>(found: unknown, type: new () => T, name: string): T {
  if (found instanceof type) return found;
  throw new Error(`The page has no ${name}`);
}

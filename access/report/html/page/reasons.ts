import type { Described, Details } from './details';
import type { Table, TableCell } from './table';

const levels = ['read', 'write', 'delete', 'admin'];
const words: Readonly<Record<string, string>> = { B: 'allowed', U: 'not known', I: 'denied' };

/** What is told of levels with the same answer and reason: once. */
interface Item {
  readonly answer: string;
  readonly text: string;
  readonly signs: Element[];
  readonly names: string[];
}

/** Fills the dialog with who, what, and the reasons of each level, and opens it. */
export function showReasons(
  dialog: HTMLDialogElement,
  details: Details,
  table: Table,
  { row, column, button }: TableCell,
): void {
  const principal = details.principals[Number(table.heads[column]?.dataset['principal'])];
  const data = details.data[Number(table.lines[row]?.dataset['row'])];
  const title = make('h2', 'Why');
  title.id = 'reasons-title';
  const close = make('button', 'Close');
  close.addEventListener('click', () => {
    dialog.close();
  });
  dialog.replaceChildren(
    make('header', title, close),
    make('dl', ...described('Principal', principal), ...described('Data', data)),
    make('ul', ...items(details, button).map(listed)),
  );
  dialog.showModal();
}

function items(details: Details, button: HTMLButtonElement): readonly Item[] {
  const reasons = details.cells[Number(button.dataset['cell'])] ?? [];
  const found = new Map<string, Item>();
  levels.forEach((level, index) => {
    const sign = button.children[index];
    if (sign === undefined) return;
    const answer = words[sign.tagName] ?? '';
    const parts = details.reasons[reasons[index] ?? -1] ?? [];
    const text = parts.map((part) => details.parts[part]).join('');
    const item = found.get(answer + text) ?? { answer, text, signs: [], names: [] };
    found.set(answer + text, item);
    const shown = make('span', sign.cloneNode(true));
    shown.className = `signs ${level}`;
    item.signs.push(shown);
    item.names.push(level);
  });
  return [...found.values()];
}

function listed({ signs, names, answer, text }: Item): HTMLElement {
  return make(
    'li',
    make('div', ...signs),
    make('div', make('b', `${names.join(', ')}: ${answer}`), make('p', text)),
  );
}

function described(title: string, item: Described | undefined): readonly HTMLElement[] {
  if (item === undefined) return [];
  const [label, arn, place] = item;
  const more = place === '' ? [] : [make('small', place)];
  return [make('div', make('dt', title), make('dd', make('b', label), make('small', arn), ...more))];
}

function make(tag: string, ...children: readonly (Node | string)[]): HTMLElement {
  const element = document.createElement(tag);
  element.append(...children);
  return element;
}

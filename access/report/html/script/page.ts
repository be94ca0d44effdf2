/** Part of the page's script: wires the filters, the arrow keys and the reasons of a cell to the table. See {@link filterScript}. */
export const pageScript = `(() => {
  /** @type {<T extends HTMLElement>(id: string) => T} */
  const byId = (id) => /** @type {any} */ (document.getElementById(id));
  const grid = /** @type {HTMLTableElement} */ (byId('grid'));
  const form = /** @type {HTMLFormElement} */ (byId('filters'));
  const dialog = /** @type {HTMLDialogElement} */ (byId('reasons'));
  const heads = [...grid.tHead.rows[0].cells].slice(1);
  const lines = /** @type {HTMLTableRowElement[]} */ ([...grid.querySelectorAll('tr[data-row]')]);
  const levels = ['read', 'write', 'delete', 'admin'];
  /** @type {Record<string, string>} */
  const words = { B: 'allowed', U: 'not known', I: 'denied' };

  const columns = heads.map((head) => head.dataset.search);
  const rows = lines.map((line) => ({ text: line.cells[0].dataset.search, kind: line.parentElement.dataset.kind }));
  /** @type {(Cell & { button: HTMLButtonElement })[]} */
  const cells = [];
  /** @type {Map<Element, Cell>} */
  const cellOf = new Map();
  lines.forEach((line, row) => {
    let column = -1;
    for (const td of line.cells) {
      const button = /** @type {HTMLButtonElement | null} */ (td.firstElementChild);
      if (column >= 0 && button) {
        button.tabIndex = -1;
        const cell = { row, column, outcomes: [...button.children].map((sign) => sign.tagName).join(''), button };
        cells.push(cell);
        cellOf.set(button, cell);
      }
      column += 1;
    }
  });

  // Filters
  const hiddenColumns = columns.map(() => false);
  /** @param {string} name @returns {any} */
  const field = (name) => form.elements.namedItem(name);
  function filter() {
    const kept = visible(rows, columns, cells, {
      principal: field('principal').value.trim(),
      data: field('data').value.trim(),
      kind: field('kind').value,
      level: Number(field('level').value),
      unknown: field('unknown').checked,
    });
    const changed = columns.map((_, index) => index).filter((index) => hiddenColumns[index] === kept.columns[index]);
    for (const index of changed) {
      hiddenColumns[index] = heads[index].hidden = !kept.columns[index];
    }
    lines.forEach((line, index) => {
      line.hidden = !kept.rows[index];
      for (const column of changed) line.cells[column + 1].hidden = hiddenColumns[column];
    });
    cells.forEach((cell, index) => cell.button.classList.toggle('faint', !kept.cells[index]));
    for (const body of grid.tBodies) body.hidden = ![...body.rows].some((line) => line.dataset.row && !line.hidden);
    const count = [kept.columns, kept.rows].map((flags) => flags.filter(Boolean).length);
    byId('nothing').hidden = count[0] > 0 && count[1] > 0;
    grid.hidden = !byId('nothing').hidden;
    field('shown').value = count[0] + ' of ' + columns.length + ' principals, ' + count[1] + ' of ' + rows.length + ' data';
    enter();
  }

  // One cell is reached with Tab, the others from there with the arrow keys.
  /** @type {HTMLButtonElement | undefined} */
  let entry;
  /** @param {HTMLButtonElement} [button] */
  function enter(button) {
    if (entry) entry.tabIndex = -1;
    entry = button ?? cells.find(shown)?.button;
    if (entry) entry.tabIndex = 0;
  }
  /** @param {Cell} cell */
  function shown(cell) {
    return !lines[cell.row].hidden && !hiddenColumns[cell.column];
  }
  /** @type {Record<string, [number, number]>} */
  const directions = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };
  grid.addEventListener('keydown', (event) => {
    const from = cellOf.get(/** @type {Element} */ (event.target));
    const direction = directions[event.key];
    if (!from || !direction) return;
    event.preventDefault();
    const ahead = cells.filter((cell) => {
      const way = [Math.sign(cell.row - from.row), Math.sign(cell.column - from.column)];
      return way[0] === direction[0] && way[1] === direction[1] && shown(cell);
    });
    const next = direction[0] + direction[1] > 0 ? ahead[0] : ahead[ahead.length - 1];
    if (!next) return;
    enter(next.button);
    next.button.focus();
  });

  // Reasons
  /** @type {import('./details').Details | undefined} */
  let details;
  /** @param {string} tag @param {string} [text] @param {Node[]} children */
  function make(tag, text = '', ...children) {
    const element = document.createElement(tag);
    element.append(text, ...children);
    return element;
  }
  /** @param {string} title @param {readonly string[]} item */
  function described(title, [label, arn, place]) {
    const more = place ? [make('small', place)] : [];
    return make('div', '', make('dt', title), make('dd', '', make('b', label), make('small', arn), ...more));
  }
  grid.addEventListener('click', (event) => {
    const button = /** @type {Element} */ (event.target).closest('button');
    if (!button) return;
    details ??= JSON.parse(byId('details').textContent);
    const known = details;
    const reasons = known.cells[Number(button.dataset.cell)];
    const { row, column } = cellOf.get(button);
    const principal = known.principals[Number(heads[column].dataset.principal)];
    const data = known.data[Number(lines[row].dataset.row)];
    // Levels with the same answer and reason are told once.
    /** @type {Map<string, { signs: Element[], names: string[], answer: string, text: string }>} */
    const items = new Map();
    levels.forEach((level, index) => {
      const answer = words[button.children[index].tagName];
      const text = (known.reasons[reasons[index]] ?? []).map((part) => known.parts[part]).join('');
      const item = items.get(answer + text) ?? { signs: [], names: [], answer, text };
      items.set(answer + text, item);
      const sign = make('span', '', button.children[index].cloneNode(true));
      sign.className = 'signs ' + level;
      item.signs.push(sign);
      item.names.push(level);
    });
    const list = [...items.values()].map(({ signs, names, answer, text }) =>
      make('li', '', make('div', '', ...signs), make('div', '', make('b', names.join(', ') + ': ' + answer), make('p', text))),
    );
    const title = make('h2', 'Why');
    title.id = 'reasons-title';
    const close = make('button', 'Close');
    close.addEventListener('click', () => dialog.close());
    const about = make('dl', '', described('Principal', principal), described('Data', data));
    dialog.replaceChildren(make('header', '', title, close), about, make('ul', '', ...list));
    enter(button);
    dialog.showModal();
  });
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());

  form.addEventListener('input', filter);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', () => setTimeout(filter));
  form.hidden = false;
  filter();
})();`;

import { matrixHtml } from '../../../../../access/report/html';
import { levels, type Level } from '../../../../../access/questions/matrix-report';
import { sample } from '../../sample';
import { open, type Element } from './dom';

/** The page as the script left it, with the ways of a reader. */
function page() {
  const { byId, field } = open(matrixHtml(sample));
  const grid = byId('grid');
  const heads = grid.tHead!.rows[0]!.cells.slice(1);
  const lines = grid.querySelectorAll('tr[data-row]');
  const labels = {
    principal: (head: Element) => sample.principals[Number(head.dataset['principal'])]!.label,
    data: (line: Element) => sample.data[Number(line.dataset['row'])]!.label,
  };
  return {
    byId,
    field,
    grid,
    shownPrincipals: () => heads.filter(({ hidden }) => !hidden).map(labels.principal),
    shownData: () => lines.filter(({ hidden }) => !hidden).map(labels.data),
    button: (data: string, principal: string): Element => {
      const line = lines.find((one) => labels.data(one) === data)!;
      return line.cells[1 + heads.findIndex((head) => labels.principal(head) === principal)]!.all(
        'button',
      )[0]!;
    },
    type: (name: string, value: string) => {
      field(name).value = value;
      byId('filters').fire('input');
    },
    lines,
    heads,
  };
}

const raw = 's3://terralake-example-dev-shared-datalake-raw/data/';
const admin = 'terralake-example-dev-shared-roles-data-admin';
const user = 'terralake-example-dev-shared-roles-data-user';
const tabbed = ({ all }: { all: Element[] }) => all.filter(({ tabIndex }) => tabIndex === 0);

test('the filters appear, and everything is shown', () => {
  const { byId, field, shownPrincipals, shownData } = page();
  expect(byId('filters').hidden).toBe(false);
  expect(field('shown').value).toBe('14 of 14 principals, 24 of 24 data');
  expect([shownPrincipals().length, shownData().length]).toEqual([14, 24]);
});

test('text hides the columns and rows that it does not fit, cells with them, and kinds without rows', () => {
  const { type, field, shownPrincipals, shownData, lines, heads, grid } = page();
  type('principal', 'data-user');
  type('data', 'S3 raw');
  expect(shownPrincipals()).toEqual([user]);
  expect(new Set(shownData())).toEqual(new Set([raw, raw.replace('data/', 'inventory/')]));
  expect(field('shown').value).toBe('1 of 14 principals, 2 of 24 data');
  for (const line of lines) {
    expect(line.cells.slice(1).map(({ hidden }) => hidden)).toEqual(heads.map(({ hidden }) => hidden));
  }
  expect(grid.tBodies.filter(({ hidden }) => !hidden).map(({ dataset }) => dataset['kind'])).toEqual([
    'bucket',
  ]);
  type('principal', '');
  expect(shownPrincipals()).toHaveLength(14);
  expect(lines[0]!.cells.some(({ hidden }) => hidden)).toBe(false);
});

test('a level keeps who may have it, and makes the other cells faint', () => {
  const { type, shownPrincipals, button } = page();
  const allowed = (principal: string): boolean =>
    sample.cells.some(
      (cell) => sample.principals[cell.principal]!.label === principal && cell.outcomes.delete !== 'denied',
    );
  type('level', String(levels.indexOf('delete')));
  expect(new Set(shownPrincipals())).toEqual(
    new Set(sample.principals.map(({ label }) => label).filter(allowed)),
  );
  expect(button(raw, admin).classes.has('faint')).toBe(false);
  expect(button(raw, user).classes.has('faint')).toBe(true);
});

test('where nothing fits the page says so instead of an empty table; a reset shows all again', () => {
  const { type, byId, field, grid } = page();
  type('data', 'nowhere');
  expect([grid.hidden, byId('nothing').hidden]).toEqual([true, false]);
  field('data').value = '';
  byId('filters').fire('reset');
  expect([grid.hidden, byId('nothing').hidden]).toEqual([false, true]);
});

test('one cell is reached with Tab, the next with arrows, past what is hidden', () => {
  const { grid, button, type } = page();
  const all = grid.all('button');
  expect(tabbed({ all })).toEqual([all[0]]);
  all[0]!.fire('keydown', { key: 'ArrowRight' });
  const next = button(raw, user);
  expect(next.focused).toBe(true);
  expect(tabbed({ all })).toEqual([next]);
  type('data', 'transformed/data/');
  const [first] = tabbed({ all });
  expect(first).toBe(button('s3://terralake-example-dev-shared-datalake-transformed/data/', admin));
  first!.fire('keydown', { key: 'ArrowUp' });
  expect(tabbed({ all })).toEqual([first]);
  first!.fire('keydown', { key: 'ArrowDown' });
  expect(tabbed({ all })).not.toEqual([first]);
});

test('a cell shows who, what, and each reason once with its levels', () => {
  const { button, byId } = page();
  button(raw, admin).children[0]!.fire('click');
  const dialog = byId('reasons');
  expect(dialog.isOpen).toBe(true);
  const [principal, data] = dialog
    .all('dd')
    .map(({ children }) => children.map((child) => child.textContent));
  expect(principal).toEqual([admin, `arn:aws:iam::123456789012:role/${admin}`, 'roles.yaml:12']);
  expect(data![0]).toBe(raw);
  const cell = sample.cells.find(
    (one) => sample.principals[one.principal]!.label === admin && sample.data[one.data]!.label === raw,
  )!;
  const told = dialog
    .all('li')
    .map((item) => `${item.all('b').at(-1)!.textContent} ${item.all('p')[0]!.textContent}`);
  const answers = new Map<string, Level[]>();
  for (const level of levels) {
    const answer = `: ${cell.outcomes[level]} ${cell.reasons[level] ?? ''}`;
    answers.set(answer, [...(answers.get(answer) ?? []), level]);
  }
  expect(told).toEqual([...answers].map(([answer, names]) => names.join(', ') + answer));
  dialog.all('button')[0]!.fire('click');
  expect(dialog.isOpen).toBe(false);
});

import vm from 'node:vm';

/**
 * As much of a browser as the page's script needs: a tree of elements, events that bubble, form fields, a dialog. What
 * it does not have makes the script fail, so a test sees where this is not enough.
 */
export class Element {
  readonly children: Element[] = [];
  readonly dataset: Record<string, string> = {};
  readonly attributes = new Map<string, string>();
  readonly classes = new Set<string>();
  readonly classList = {
    toggle: (name: string, on: boolean): unknown => (on ? this.classes.add(name) : this.classes.delete(name)),
  };
  parentElement: Element | null = null;
  hidden = false;
  tabIndex = 0;
  id = '';
  className = '';
  value = '';
  checked = false;
  isOpen = false;
  focused = false;
  private text = '';
  private readonly listeners: [string, (event: Fired) => void][] = [];

  constructor(readonly tagName = '') {}

  append(...nodes: readonly (Element | string)[]): void {
    for (const node of nodes) {
      if (typeof node === 'string') this.text += node;
      else {
        node.parentElement = this;
        this.children.push(node);
      }
    }
  }

  replaceChildren(...nodes: readonly (Element | string)[]): void {
    this.children.length = 0;
    this.text = '';
    this.append(...nodes);
  }

  cloneNode(): Element {
    const copy = make(this.tagName);
    copy.append(this.text, ...this.children.map((child) => child.cloneNode()));
    return copy;
  }

  get textContent(): string {
    return this.text + this.children.map((child) => child.textContent).join('');
  }

  get firstElementChild(): Element | null {
    return this.children[0] ?? null;
  }

  closest(tag: string): Element | null {
    return this.tagName === tag.toUpperCase() ? this : (this.parentElement?.closest(tag) ?? null);
  }

  all(tag: string): Element[] {
    const inside = this.children.flatMap((child) => child.all(tag));
    return this.tagName === tag.toUpperCase() ? [this, ...inside] : inside;
  }

  /** The script asks for the rows of data only. */
  querySelectorAll(selector: string): Element[] {
    if (selector !== 'tr[data-row]') throw new Error(selector);
    return this.all('tr').filter((row) => 'row' in row.dataset);
  }

  get tHead(): Element | undefined {
    return this.all('thead')[0];
  }

  get tBodies(): Element[] {
    return this.all('tbody');
  }

  get rows(): Element[] {
    return this.all('tr');
  }

  get cells(): Element[] {
    return this.children.filter(({ tagName }) => tagName === 'TD' || tagName === 'TH');
  }

  readonly elements = {
    namedItem: (name: string): Element | null =>
      ['input', 'select', 'output']
        .flatMap((tag) => this.all(tag))
        .find((field) => field.attributes.get('name') === name) ?? null,
  };

  addEventListener(type: string, listener: (event: Fired) => void): void {
    this.listeners.push([type, listener]);
  }

  fire(type: string, more: Partial<Fired> = {}): void {
    const event = { target: this, preventDefault: () => undefined, ...more };
    this.hear(type, event);
  }

  private hear(type: string, event: Fired): void {
    for (const [name, listener] of this.listeners) if (name === type) listener(event);
    this.parentElement?.hear(type, event);
  }

  focus(): void {
    this.focused = true;
  }

  showModal(): void {
    this.isOpen = true;
  }

  close(): void {
    this.isOpen = false;
  }
}

export interface Fired {
  readonly target: Element;
  readonly key?: string;
  preventDefault(): void;
}

const classNames = ['Table', 'Form', 'Dialog', 'Button', 'Input', 'Select', 'Output'];
class HTMLElement extends Element {}
const classes = new Map(classNames.map((name) => [name.toUpperCase(), class extends HTMLElement {}]));

function make(tag: string): Element {
  const name = tag.toUpperCase();
  return new (classes.get(name) ?? HTMLElement)(name);
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const decoded = (text: string): string => text.replace(/&(#?\w+);/g, (all, name) => entities[name] ?? all);

/** The tree of a page whose elements are closed, but for those without content and cells. */
function parse(html: string): Element {
  const root = make('root');
  let at = root;
  const token =
    /<(script|style)\b([^>]*)>([^]*?)<\/\1>|<(\/?)([a-z]\w*)((?:\s+[\w-]+(?:=(?:"[^"]*"|[^\s">]+))?)*)\s*>|([^<]+)|<!doctype html>/g;
  for (const [, raw, rawAttributes, rawText, closing, tag, attributes, text] of html.matchAll(token)) {
    if (text !== undefined) at.append(decoded(text));
    else if (raw !== undefined) at.append(element(raw, rawAttributes!, rawText));
    else if (tag === undefined) continue;
    else if (closing === '/') at = at.closest(tag)?.parentElement ?? at;
    else {
      if (tag === 'td' && at.tagName === 'TD') at = at.parentElement!;
      const opened = element(tag, attributes!);
      at.append(opened);
      if (!['meta', 'input'].includes(tag)) at = opened;
    }
  }
  return root;
}

function element(tag: string, attributes: string, text = ''): Element {
  const made = make(tag);
  made.append(text);
  for (const [, name, quoted, bare] of attributes.matchAll(/([\w-]+)(?:=(?:"([^"]*)"|([^\s">]+)))?/g)) {
    const value = decoded(quoted ?? bare ?? '');
    made.attributes.set(name!, value);
    if (name!.startsWith('data-')) made.dataset[name!.slice('data-'.length)] = value;
    if (name === 'id') made.id = value;
    if (name === 'hidden') made.hidden = true;
  }
  return made;
}

/** A list holds the value of its first item. */
function choose(select: Element): void {
  select.value = select.all('option')[0]?.attributes.get('value') ?? '';
}

/** The page, with its script run in it. */
export function open(html: string): { byId(id: string): Element; field(name: string): Element } {
  const root = parse(html);
  const every = (at: Element): Element[] => [at, ...at.children.flatMap(every)];
  const elements = every(root);
  root.all('select').forEach(choose);
  const byId = (id: string): Element | null => elements.find((one) => one.id === id) ?? null;
  const named = Object.fromEntries(
    classNames.map((name) => [`HTML${name}Element`, classes.get(name.toUpperCase())]),
  );
  const script = elements.find(({ tagName, id }) => tagName === 'SCRIPT' && id === '')!;
  vm.runInNewContext(script.textContent, {
    ...named,
    Element,
    HTMLElement,
    document: { getElementById: byId, createElement: make },
    setTimeout: (run: () => void) => {
      run();
    },
  });
  return {
    byId: (id) => byId(id)!,
    field: (name) => byId('filters')!.elements.namedItem(name)!,
  };
}

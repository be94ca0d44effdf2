import { XMLBuilder, XMLParser, XMLValidator } from 'fast-xml-parser';

/** An element of an XML document: with text or with children, as AWS writes them. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly children: readonly XmlElement[];
}

/** What stands in an element: text, or other elements by name, several of one name as a list. */
export type XmlContent = string | boolean | XmlFields;

interface XmlFields {
  readonly [name: string]: XmlContent | readonly XmlContent[] | undefined;
}

type Node = Record<string, unknown>;

/** What no XML document may contain, not even as a reference. */
export const UNWRITABLE = /[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

const TEXT = '#text';
const ATTRIBUTES = ':@';
const AS_WRITTEN = { preserveOrder: true, ignoreAttributes: false, attributeNamePrefix: '' } as const;

const parser = new XMLParser({
  ...AS_WRITTEN,
  parseTagValue: false,
  trimValues: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  // Without it numeric references such as moto's &#34; stay as they are.
  htmlEntities: true,
});
const builder = new XMLBuilder({ ...AS_WRITTEN, suppressBooleanAttributes: false });

/** Reads a document; its elements stand in one without a name. Every text is exactly what was written. */
export function parseXml(xml: string): XmlElement {
  return { name: '', attributes: {}, ...contentOf(parser.parse(xml) as Node[]) };
}

/** An element to be written. */
export function element(name: string, content: XmlContent): XmlElement {
  if (typeof content !== 'object') return { name, attributes: {}, text: String(content), children: [] };
  const children = Object.entries(content).flatMap(([child, value]) =>
    list(value).map((one) => element(child, one)),
  );
  return { name, attributes: {}, text: '', children };
}

/** Writes a document. */
export function writeXml(root: XmlElement): string {
  const xml = builder.build([nodeOf(root)]);
  const [wrong] = UNWRITABLE.exec(xml) ?? [];
  if (wrong !== undefined) throw new Error(`XML cannot hold ${JSON.stringify(wrong)}`);
  // Readers take a carriage return for the end of a line, unless it is written so.
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xml.replace(/\r/g, '&#13;')}`;
}

/** The same document with every element of one name changed. */
export function changeXml(xml: string, name: string, change: (one: XmlElement) => XmlElement): string {
  const changed = (one: XmlElement): XmlElement => {
    const whole = { ...one, children: one.children.map(changed) };
    return one.name === name ? change(whole) : whole;
  };
  const [root] = parseXml(xml).children;
  if (!root) throw new Error(`This is no XML: ${xml.slice(0, 200)}`);
  return writeXml(changed(root));
}

/** The elements that a path of names leads to, from anywhere its first name occurs. */
export function elementsAt(from: XmlElement, path: readonly string[]): XmlElement[] {
  const [first = '', ...rest] = path;
  const here = from.children.filter((child) => child.name === first);
  const starts = here.length > 0 ? here : from.children.flatMap((child) => elementsAt(child, [first]));
  return rest.reduce(
    (found, name) => found.flatMap((one) => one.children.filter((child) => child.name === name)),
    starts,
  );
}

/** The text of a child. */
export function childText(from: XmlElement, name: string): string {
  return from.children.find((child) => child.name === name)?.text ?? '';
}

/** The texts of all elements of one name that have no children, wherever they stand. */
export function tagged(xml: string, name: string): string[] {
  const under = (from: XmlElement): string[] =>
    from.children.length > 0 ? from.children.flatMap(under) : from.name === name ? [from.text] : [];
  return under(parseXml(xml));
}

/** True for a document as AWS takes them: one root, every tag closed, no references but XML's own, no DOCTYPE. */
export function isWellFormed(xml: string): boolean {
  const told = xml.replace(/<!\[CDATA\[.*?\]\]>|<!--.*?-->/gs, '');
  const isForeign = /<!DOCTYPE|&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(told);
  return XMLValidator.validate(xml) === true && !isForeign && parseXml(xml).children.length === 1;
}

function contentOf(nodes: readonly Node[]): Pick<XmlElement, 'text' | 'children'> {
  const children = nodes.filter((node) => !(TEXT in node)).map(elementOf);
  const texts = nodes.map((node) => node[TEXT]).filter((text) => text !== undefined);
  return { text: texts.map(String).join(''), children };
}

function elementOf({ [ATTRIBUTES]: attributes, ...node }: Node): XmlElement {
  const [name, nodes] = Object.entries(node)[0] ?? ['', []];
  return { name, attributes: (attributes ?? {}) as Record<string, string>, ...contentOf(nodes as Node[]) };
}

function nodeOf({ name, attributes, text, children }: XmlElement): Node {
  const content = children.length > 0 ? children.map(nodeOf) : [{ [TEXT]: text }];
  return { [name]: content, [ATTRIBUTES]: attributes };
}

function list<T extends XmlContent>(value: T | readonly T[] | undefined): readonly T[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly T[]) : [value as T];
}

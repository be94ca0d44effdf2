/** An element of an XML answer. */
export interface XmlElement {
  readonly name: string;
  readonly text: string;
  readonly children: readonly XmlElement[];
}

interface OpenElement {
  name: string;
  text: string;
  children: OpenElement[];
}

const TOKEN = /<(\/?)([\w:.-]+)[^>]*?(\/?)>|([^<]+)/g;

/** Reads an XML document as AWS writes them: elements and text, no namespaces that matter. */
export function parseXml(xml: string): XmlElement {
  const root: OpenElement = { name: '', text: '', children: [] };
  const open = [root];
  for (const [, closing, name = '', empty, text] of xml
    .replace(/<\?.*?\?>|<!--.*?-->/gs, '')
    .matchAll(TOKEN)) {
    const current = open.at(-1) ?? root;
    if (text !== undefined) current.text += unescapeXml(text);
    else if (closing) open.pop();
    else {
      const element = { name, text: '', children: [] };
      current.children.push(element);
      if (!empty) open.push(element);
    }
  }
  return root;
}

/** The elements that a path of names leads to, from anywhere its first name occurs. */
export function elementsAt(element: XmlElement, path: readonly string[]): XmlElement[] {
  const [first, ...rest] = path;
  const here = element.children.filter((child) => child.name === first);
  const starts =
    here.length > 0 ? here : element.children.flatMap((child) => elementsAt(child, [first ?? '']));
  return rest.reduce(
    (found, name) => found.flatMap((one) => one.children.filter((c) => c.name === name)),
    starts,
  );
}

/** The text of a child. */
export function childText(element: XmlElement, name: string): string {
  return element.children.find((child) => child.name === name)?.text ?? '';
}

function unescapeXml(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;|&#34;/g, '"')
    .replace(/&#39;|&apos;/g, "'")
    .replace(/&amp;/g, '&');
}

import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type Scalar,
  visit,
} from 'yaml';
import { type Diagnostic, error, type Place, type Report } from '../../diagnostics/diagnostic';
import { type ConfigNode, emptyMap, type MapEntry, type ScalarNode } from './node';

/** The content of a file named with `!include`, or undefined where it cannot be read (and that was reported). */
export type Include = (path: string, place: Place) => string | undefined;

interface Conversion {
  readonly placeOf: (offset: number) => Place;
  readonly report: Report;
  readonly include: Include | undefined;
}

/** A file of ten thousand lines has fewer; aliases of aliases have more. */
const mostNodes = 100_000;

/** Makes nodes of a parsed document; undefined where something in it is not supported. */
export function convert(document: Document, conversion: Conversion): ConfigNode | undefined {
  const converter = new Converter(document, conversion);
  const node = converter.node(document.contents as Node | null);
  return converter.failed ? undefined : node;
}

class Converter {
  failed = false;
  private count = 0;
  private readonly open = new Set<Node>();
  private readonly targets: ReadonlyMap<Alias, Node | undefined>;

  constructor(
    document: Document,
    private readonly conversion: Conversion,
  ) {
    this.targets = aliasTargets(document);
  }

  node(node: Node | null | undefined): ConfigNode {
    const place = this.placeOf(node);
    if (!node) return { kind: 'scalar', value: null, place };
    if (++this.count > mostNodes) return this.refuseAliases(place);
    if (isAlias(node)) return this.alias(this.targets.get(node), place);
    if (node.tag?.startsWith('!')) return this.tagged(node, place);
    if (isScalar(node)) return scalar(node, place) ?? this.refuseKind(place);
    this.open.add(node);
    const converted = this.collection(node, place);
    this.open.delete(node);
    return converted;
  }

  private collection(node: Node, place: Place): ConfigNode {
    if (isSeq(node)) return { kind: 'list', items: node.items.map((item) => this.item(item)), place };
    if (!isMap(node)) return this.refuseKind(place);
    const entries = new Map<string, MapEntry>();
    for (const pair of node.items) this.entry(pair as Pair<Node, Node | null>, entries);
    return { kind: 'map', entries, place };
  }

  private item(item: unknown): ConfigNode {
    if (!isPair(item)) return this.node(item as Node | null);
    return this.refuseKind(this.placeOf(item.key as Node));
  }

  private entry(pair: Pair<Node, Node | null>, entries: Map<string, MapEntry>): void {
    const keyPlace = this.placeOf(pair.key);
    const key = this.key(pair.key, keyPlace);
    if (key === undefined) return;
    const earlier = entries.get(key);
    if (earlier) {
      this.failed = true;
      this.conversion.report(keyTwice(`the key "${key}"`, keyPlace, earlier.keyPlace));
      return;
    }
    const value = this.node(pair.value);
    // An empty value has no place of its own worth pointing at.
    entries.set(key, { keyPlace, value: pair.value?.range ? value : { ...value, place: keyPlace } });
  }

  private key(node: Node, place: Place): string | undefined {
    const target = isAlias(node) ? this.targets.get(node) : node;
    if (!isScalar(target)) {
      const help = isMap(target)
        ? 'Put a reference into quotes: "{{…}}". Without them YAML reads the braces.'
        : 'Write a plain word as the key.';
      this.refuse(place, 'a key that is not a word', help);
      return undefined;
    }
    const key = typeof target.value === 'string' ? target.value : (target.source ?? String(target.value));
    if (key === '<<') {
      this.refuse(
        place,
        'the merge key `<<`',
        'Write the keys out, or put them into an env_templates entry.',
      );
      return undefined;
    }
    if (key === '__proto__') {
      this.refuse(place, 'the key "__proto__"', 'Choose another key.');
      return undefined;
    }
    return key;
  }

  private alias(target: Node | undefined, place: Place): ConfigNode {
    if (!target) return this.refuse(place, 'an alias without an anchor', 'Define the anchor above.');
    if (this.open.has(target)) return this.refuse(place, 'an alias that contains itself', 'Write it out.');
    return this.node(target);
  }

  private tagged(node: Node, place: Place): ConfigNode {
    if (node.tag !== '!include' || !isScalar(node)) {
      return this.refuse(place, `the tag ${node.tag}`, 'Remove the tag; `!include <file>` is the only one.');
    }
    if (!this.conversion.include) {
      return this.refuse(place, '`!include` in the root file', 'Use it in module configuration files.');
    }
    const content = this.conversion.include(String(node.value), place);
    return content === undefined
      ? { kind: 'scalar', value: '', failed: true, place }
      : { kind: 'scalar', value: content, place };
  }

  private refuseAliases(place: Place): ConfigNode {
    if (this.failed) return emptyMap(place);
    return this.refuse(place, 'a document that aliases blow up', 'Write the values out.');
  }

  private refuseKind(place: Place): ConfigNode {
    return this.refuse(place, 'this kind of YAML', 'Write scalars, lists and maps.');
  }

  private refuse(place: Place, what: string, help: string): ConfigNode {
    this.failed = true;
    this.conversion.report(error('TL104', place, `${what} is not supported`, help));
    return emptyMap(place);
  }

  private placeOf(node: Node | null | undefined): Place {
    return this.conversion.placeOf(node?.range?.[0] ?? 0);
  }
}

/** A key that a map has twice. */
export function keyTwice(what: string, second: Place, first: Place | undefined): Diagnostic {
  const places = first
    ? [
        { place: second, words: 'here again' },
        { place: first, words: 'here first' },
      ]
    : second;
  return error('TL103', places, `${what} is there already`, 'Merge the two, or rename one of them.');
}

/** What each alias stands for. The library's own look-up walks the document for every alias. */
function aliasTargets(document: Document): ReadonlyMap<Alias, Node | undefined> {
  const anchors = new Map<string, Node>();
  const targets = new Map<Alias, Node | undefined>();
  visit(document, {
    Node: (_, node) => {
      if (isAlias(node)) targets.set(node, anchors.get(node.source));
      else if ('anchor' in node && node.anchor !== undefined) anchors.set(node.anchor, node);
    },
  });
  return targets;
}

function scalar(node: Scalar, place: Place): ScalarNode | undefined {
  const { value } = node;
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) {
    return { kind: 'scalar', value, place };
  }
  if (typeof value !== 'number') return undefined;
  const source = node.source ?? String(value);
  // JSON, and so Terraform, has no infinity.
  if (!Number.isFinite(value)) return { kind: 'scalar', value: source, place };
  return { kind: 'scalar', value, place, ...(source !== String(value) && { source }) };
}

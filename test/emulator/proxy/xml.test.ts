import fc from 'fast-check';
import {
  changeXml,
  childText,
  element,
  elementsAt,
  isWellFormed,
  parseXml,
  tagged,
  writeXml,
  type XmlElement,
} from '../../../emulator/proxy/xml';

const ANSWER = `<?xml version="1.0"?>
<Answer xmlns="http://example.com"><!-- one --><Roles>
  <member><Name>a &amp; b</Name><Tags/></member>
  <member><Name>c</Name><Inner><member><Name>not this</Name></member></Inner></member>
</Roles></Answer>`;

/** Every text that XML can hold: with markup, line ends of all kinds, numbers, signs beyond the first plane. */
const text = fc
  .oneof(
    fc.string({ unit: 'binary' }),
    fc.string({
      unit: fc.constantFrom('&', '<', '>', '"', "'", ';', '#', ' ', '\t', '\r', '\n', '😀', ']]>'),
    }),
    fc.constantFrom(
      '',
      '1.0',
      '007',
      'true',
      '&amp;',
      '&#38;',
      ' a ',
      '\r\n',
      '<![CDATA[x]]>',
      '\u00a0',
      '\u2028',
    ),
  )
  .filter((one) => !/[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.test(one));
const name = fc.stringMatching(/^[A-Z][A-Za-z]{0,3}$/);

const { tree } = fc.letrec<{ tree: XmlElement; children: XmlElement[] }>((tie) => ({
  tree: fc
    .record({ name, attributes: fc.dictionary(name, text), text, children: tie('children') })
    .map(whole),
  children: fc.oneof(
    { depthSize: 'small' },
    fc.constant<XmlElement[]>([]),
    fc.array(tie('tree'), { minLength: 1, maxLength: 4 }),
  ),
}));

/** As AWS writes elements: those with children have no text of their own. */
function whole(one: XmlElement): XmlElement {
  return one.children.length > 0 ? { ...one, text: '' } : one;
}

test('what is written is read again, whatever its texts, and for one element as for many', () => {
  fc.assert(
    fc.property(tree, (root) => {
      const xml = writeXml(root);
      expect(isWellFormed(xml)).toBe(true);
      expect(parseXml(xml).children).toEqual([root]);
    }),
    { numRuns: 500 },
  );
});

test('a list of one is a list', () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 3 }), (texts) => {
      const xml = writeXml(element('Answer', { Set: { item: texts.map((Name) => ({ Name })) } }));
      const items = elementsAt(parseXml(xml), ['Set', 'item']);
      expect(items.map((item) => childText(item, 'Name'))).toEqual(texts);
      expect(tagged(xml, 'Name')).toEqual(texts);
    }),
  );
});

test('what changes is what was to change', () => {
  fc.assert(
    fc.property(tree, text, (root, other) => {
      const before = writeXml(element('Answer', { Document: other }));
      const xml = changeXml(before, 'Document', () => root);
      expect(parseXml(xml).children).toMatchObject([{ name: 'Answer', children: [root] }]);
      expect(changeXml(writeXml(root), 'nothing', () => element('x', ''))).toBe(writeXml(root));
    }),
  );
});

test.each(['\u0000', '\u001b', '\ufffe', '\ud800'])('%j stands in no document', (sign) => {
  expect(() => writeXml(element('Answer', { Name: `a${sign}` }))).toThrow(/XML cannot hold/);
});

test('elements are found by their path, and not deeper', () => {
  const members = elementsAt(parseXml(ANSWER), ['Roles', 'member']);
  expect(members.map((member) => childText(member, 'Name'))).toEqual(['a & b', 'c']);
});

test('an empty element is one, and an optional one is left out', () => {
  expect(elementsAt(parseXml(ANSWER), ['Tags'])).toHaveLength(1);
  expect(writeXml(element('A', { B: '', C: undefined, D: true }))).toMatch(/<A><B><\/B><D>true<\/D><\/A>$/);
});

test.each([
  ['as moto writes it', '<a>&#34;&#x1F600;&quot;</a>', '"😀"'],
  ['in a section of its own', '<a>x<![CDATA[<&amp;>]]></a>', 'x<&amp;>'],
  ['between spaces', '<a>\n  </a>', '\n  '],
])('a text %s is read', (_how, xml, read) => {
  expect(tagged(xml, 'a')).toEqual([read]);
});

test.each([
  ['an open element', '<a><b></a>'],
  ['two roots', '<a/><b/>'],
  ['no root', 'text'],
  ['nothing', ''],
  ['a bare ampersand', '<a>R & D</a>'],
  ["HTML's own references", '<a>&nbsp;</a>'],
  ['a reference that a DOCTYPE makes', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'],
  ['something behind the root', '<a></a>b'],
])('%s is not well formed', (_what, xml) => {
  expect(isWellFormed(xml)).toBe(false);
});

test('what looks like a reference in a section or a comment is none', () => {
  expect(isWellFormed('<a><!-- R & D --><![CDATA[R & D]]></a>')).toBe(true);
});

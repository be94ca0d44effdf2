import { childText, elementsAt, parseXml } from '../../emulator/proxy/xml';

const ANSWER = `<?xml version="1.0"?>
<Answer xmlns="http://example.com"><!-- one --><Roles>
  <member><Name>a &amp; b</Name><Tags/></member>
  <member><Name>c</Name><Inner><member><Name>not this</Name></member></Inner></member>
</Roles></Answer>`;

test('elements are found by their path, and not deeper', () => {
  const members = elementsAt(parseXml(ANSWER), ['Roles', 'member']);
  expect(members.map((member) => childText(member, 'Name'))).toEqual(['a & b', 'c']);
});

test('an empty element is one', () => {
  expect(elementsAt(parseXml(ANSWER), ['Tags'])).toHaveLength(1);
});

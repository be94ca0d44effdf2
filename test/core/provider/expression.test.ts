import fc from 'fast-check';
import { answered, awaited } from '../../../core/blueprint/parameter';
import { jsonText } from '../../../core/blueprint/json-text';
import { escapeTemplate } from '../../../core/platform/escape';
import { call, codeOf, expression, expressionsIn, hasExpression } from '../../../core/provider/expression';

test('expressions are found with their braces, quotes and inner templates; escaped ones are text', () => {
  const codes = (text: string) => expressionsIn(text).map(({ code }) => code);
  expect(codes('a ${x} b ${y.z} c')).toEqual(['x', 'y.z']);
  expect(codes('${f("}")}')).toEqual(['f("}")']);
  expect(codes('${f({a = 1})}')).toEqual(['f({a = 1})']);
  expect(codes('${f("${g("x")} y")}')).toEqual(['f("${g("x")} y")']);
  expect(codes('$${aws:userid} ${x}')).toEqual(['x']);
});

test('an operand is bare where it is one expression, and quoted where it is text', () => {
  expect(codeOf(expression('a.b'))).toBe('a.b');
  expect(codeOf('plain "text"')).toBe('"plain \\"text\\""');
  expect(codeOf('arn:${a.b}:x')).toBe('"arn:${a.b}:x"');
  expect(call('f', [expression('a'), 'b'], -1)).toBe('${f([a, "b"], -1)}');
});

test('whatever a user writes is text', () => {
  fc.assert(fc.property(fc.string(), (text) => !hasExpression(escapeTemplate(text))));
});

test('what is awaited is put in, alone, in text, and inside an expression', () => {
  const answer = (_wanted: string, path: string) => (path === '/ref' ? '${a.b}' : 'literal');
  expect(answered(awaited('value', '/ref'), answer)).toBe('${a.b}');
  expect(answered(`x-${awaited('value', '/text')}-y`, answer)).toBe('x-literal-y');
  expect(answered(call('f', awaited('value', '/ref')), answer)).toBe('${f(a.b)}');
  expect(answered(call('f', awaited('roleName', '/text')), answer)).toBe('${f("literal")}');
  expect(answered(call('f', `x-${awaited('value', '/ref')}`), answer)).toBe('${f("x-${a.b}")}');
});

test('nothing that a user writes is taken for something that is awaited', () => {
  const written = escapeTemplate('${terralake_parameter("/secret")}');
  expect(answered(written, () => 'leaked')).toBe(written);
});

test('JSON escapes quotes in text and leaves those of expressions', () => {
  expect(jsonText({ a: 'say "x"', b: '${f("y")} "z"' })).toBe('{"a":"say \\"x\\"","b":"${f("y")} \\"z\\""}');
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.string().map(escapeTemplate)), (value) => {
      expect(jsonText(value)).toBe(JSON.stringify(value));
    }),
  );
});

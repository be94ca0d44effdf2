import fc from 'fast-check';
import { type Code, codes } from '../../diagnostics/code';
import type { Diagnostic, Label, Place } from '../../diagnostics/diagnostic';

/** Any text: half surrogates, control characters and what the forms escape are more frequent than in life. */
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.constantFrom('%', ':', ',', '\r', '\n', '"', '\\', '::', '\ud800', 'a', '3A'))
    .map((parts) => parts.join('')),
);

const place: fc.Arbitrary<Place> = fc.record({ file: text, line: fc.nat(), column: fc.nat() });

const label: fc.Arbitrary<Label> = fc.record({ place, words: text }, { requiredKeys: ['place'] });

const code: fc.Arbitrary<Code> = fc.oneof(
  fc.constantFrom(...(Object.keys(codes) as Code[])),
  fc.nat().map((number): Code => `acme/${number}`),
);

/** Any finding that the types allow. */
export const finding: fc.Arbitrary<Diagnostic> = fc.record(
  {
    severity: fc.constantFrom('error', 'warning', 'note'),
    code,
    message: text,
    help: text,
    place,
    words: text,
    others: fc.array(label, { maxLength: 3 }),
    url: text,
  },
  { requiredKeys: ['severity', 'code', 'message', 'help'] },
);

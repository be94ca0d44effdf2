import { unknownCount, unknowns } from '../../../access/report/unknowns';
import { sample } from './sample';

test('what is not known, by reason, with everything it is about', () => {
  expect(
    unknowns(sample).map(({ reason, cases }) => [
      reason,
      cases.map(({ principal, levels }) => [principal.label, levels]),
    ]),
  ).toEqual([
    [expect.stringContaining('aws:SourceArn'), Array(2).fill(['any other role of the account', ['write']])],
    [
      expect.stringContaining('ResourceTag/userid'),
      Array(2).fill(['terralake-example-dev-datascience-roles-data-scientist', ['read', 'write']]),
    ],
  ]);
  expect(unknownCount(sample)).toBe(6);
});

test('an unknown without a reason is not lost', () => {
  const cells = sample.cells.map((cell) => ({ ...cell, reasons: {} }));
  expect(unknowns({ ...sample, cells })[0]!.cases).toHaveLength(4);
});

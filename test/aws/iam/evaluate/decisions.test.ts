import { decide } from '../../../../aws/iam/evaluate/decide';
import { accessPoints } from './table/access-points';
import { actionsAndResources } from './table/actions-resources';
import { boundariesAndSessions } from './table/boundaries-sessions';
import { conditions } from './table/conditions';
import { crossAccount } from './table/cross-account';
import { evaluationOrder } from './table/evaluation-order';
import { kms } from './table/kms';
import { kmsGrants } from './table/kms-grants';
import { noAccount } from './table/no-account';
import { notPrincipal } from './table/not-principal';
import { principals } from './table/principals';
import { authorizationOf, requestOf, type Row } from './table/row';
import { trust } from './table/trust';
import { variables } from './table/variables';

const topics: readonly (readonly [string, readonly Row[]])[] = [
  ['evaluation order', evaluationOrder],
  ['cross account', crossAccount],
  ['boundaries and sessions', boundariesAndSessions],
  ['services and the public', noAccount],
  ['principals', principals],
  ['NotPrincipal', notPrincipal],
  ['trust', trust],
  ['actions and resources', actionsAndResources],
  ['conditions', conditions],
  ['variables', variables],
  ['keys', kms],
  ['grants of keys', kmsGrants],
  ['access points', accessPoints],
];

describe.each(topics)('%s', (_topic, rows) => {
  test.each(rows.map((row) => [row.name, row] as const))('%s', (_name, row) => {
    expect(decide(requestOf(row), authorizationOf(row)).outcome).toBe(row.expected);
  });
});

test('the table has at least 150 decisions, each with a name of its own and a source', () => {
  const rows = topics.flatMap(([topic, some]) =>
    some.map((row) => ({ ...row, name: `${topic}: ${row.name}` })),
  );
  expect(rows.length).toBeGreaterThanOrEqual(150);
  expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length);
  for (const { source } of rows) expect(source).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
});

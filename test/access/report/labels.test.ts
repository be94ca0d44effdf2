import { principalName, sharedPrefix } from '../../../access/report/labels';
import { sample } from './sample';

test.each<[string, string[], string]>([
  ['up to a separator', ['acme-dev-raw', 'acme-dev-results'], 'acme-dev-'],
  ['leaves something of every label', ['s3://acme-dev/', 's3://acme-dev/data/'], 's3://acme-'],
  ['nothing in common', ['one', 'two'], ''],
  ['not worth it', ['a-one', 'a-two'], ''],
  ['one label', ['acme-dev-raw'], ''],
  ['no label', [], ''],
])('the shared beginning: %s', (_, labels, prefix) => {
  expect(sharedPrefix(labels)).toBe(prefix);
});

test('only the names of the platform are shortened, others are marked', () => {
  const shown = sample.principals.map((principal) => principalName(principal, 'terralake-example-dev-'));
  expect(shown[0]).toBe('shared-roles-data-admin');
  expect(shown.slice(-4)).toEqual([
    'Admin+',
    'administrator*',
    'any other role of the account*',
    'outsider*',
  ]);
});

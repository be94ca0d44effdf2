import { policySize } from '../../../../aws/iam/size';
import type { StackJson } from '../../../support/synth';
import {
  accepting,
  diagnosticsOf,
  financeAccount,
  labAccount,
  reporting,
  sales,
  twoEnvironments,
} from './platform';

const numbers = (count: number) =>
  Array.from({ length: count }, (_, index) => String(index + 1).padStart(3, '0'));

const by = <V>(names: readonly string[], prefix: string, value: (name: string) => V) =>
  Object.fromEntries(names.map((name) => [`${prefix}${name}`, value(name)]));

const days = ['2027-03-31', '2027-06-30', '2027-09-30', '2027-12-31'];
const dayOf = (name: string) => days[Number(name) % days.length];

/** The largest document of a type, in the characters that AWS counts. */
function largest(json: StackJson, type: string): number {
  const documents = Object.values(json.resource?.[type] ?? {}).flatMap(({ policy }) =>
    policy ? [policy as string] : [],
  );
  expect(documents.length).toBeGreaterThan(0);
  return Math.max(...documents.map(policySize));
}

/** How many policies are attached to the role whose attachments have this in their address. */
const attached = (json: StackJson, role: string) =>
  Object.values(json.resource?.aws_iam_role_policy_attachment ?? {}).filter(({ role: name }) =>
    (name as string).includes(`__${role}.`),
  ).length;

function fits(json: StackJson) {
  expect(largest(json, 'aws_iam_policy')).toBeLessThanOrEqual(6144);
  expect(largest(json, 'aws_s3_bucket_policy')).toBeLessThanOrEqual(20480);
  expect(largest(json, 'aws_kms_key')).toBeLessThanOrEqual(32768);
}

const consent = { permissions: ['Read', 'Write'] };

test('120 datasets, and 60 shares of them with one team', async () => {
  const datasets = by(numbers(120), 'dataset-', (name) => ({
    ...accepting({ [`shared/dev/finance/share-${name}`]: consent }),
    tables: {},
    dataFilters: {},
  }));
  const shares = by(numbers(60), 'share-', (name) => ({
    dataset: `dataset-${name}`,
    with: { team: 'Analysts' },
    items: Number(name) % 3 === 0 ? { folders: ['invoices'] } : { bucket: true },
    permissions: Number(name) % 2 === 0 ? ['Read', 'Write'] : ['Read'],
    expires: dayOf(name),
  }));
  const { finance } = await twoEnvironments({ finance: { datasets, shares } });
  fits(finance);
  expect(attached(finance, 'analysts')).toBeLessThanOrEqual(10);
});

test('60 roles in each of two accounts share one dataset', async () => {
  const names = numbers(60);
  const roles = (account: string) =>
    by(names, 'role-', (name) => ({
      ...reporting,
      roleArn: `arn:aws:iam::${account}:role/bi/consumer-of-data-${name}`,
    }));
  const share = (dataset: string) => (name: string) => ({
    dataset,
    with: { consumptionRole: `role-${name}` },
    items: { bucket: true, folders: ['invoices'] },
    expires: dayOf(name),
  });
  const accepts = {
    ...by(names, 'shared/dev/finance/share-', () => consent),
    ...by(names, 'research/dev/lab/share-', () => consent),
  };
  const { finance } = await twoEnvironments({
    finance: {
      consumptionRoles: roles(financeAccount),
      datasets: { sales: accepting(accepts) },
      shares: by(names, 'share-', share('sales')),
    },
    lab: {
      consumptionRoles: roles(labAccount),
      shares: by(names, 'share-', share('shared/dev/finance/sales')),
    },
  });
  fits(finance);
  expect(Object.keys(finance.resource?.aws_s3_access_point ?? {})).toHaveLength(120);
});

test('more than a role can carry is refused at the share', async () => {
  const names = numbers(400);
  const changes = {
    finance: {
      datasets: {
        sales: {
          ...sales,
          folders: by(names, 'folder-', (name) => `${'long/'.repeat(30)}${name}/`),
          accepts: by(names, 'shared/dev/finance/share-', () => consent),
        },
      },
      shares: by(names, 'share-', (name) => ({
        dataset: 'sales',
        with: { consumptionRole: 'reporting' },
        items: { folders: [`folder-${name}`] },
      })),
    },
  };
  expect(await diagnosticsOf(changes)).toContain('error TL204: share-001:');
});

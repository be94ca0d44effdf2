import type { StackJson } from '../../../support/synth';
import { accepting, sales, twoEnvironments } from './platform';

const items = { bucket: true, folders: ['invoices'], tables: ['orders', 'clicks'], dataFilters: ['eu_only'] };
const consent = { permissions: ['Read'] };
const dataset = 'shared/dev/finance/sales';
const accepts = {
  'research/dev/lab/a': consent,
  'research/dev/lab/b': consent,
  'shared/dev/finance/c': consent,
};

const addresses = (json: StackJson) =>
  Object.entries(json.resource ?? {}).flatMap(([type, blocks]) =>
    Object.keys(blocks).map((key) => `${type}.${key}`),
  );

const ofShares = (json: StackJson) =>
  addresses(json).filter((address) => /__share__|__access-point__/.test(address));

describe('what is made for shares', () => {
  const a = { dataset, with: { team: 'Analysts' }, items };
  const b = { dataset, with: { team: 'ResearchAdmin' }, items: { tables: ['orders'] } };
  const synth = (shares: object) =>
    twoEnvironments({ finance: { datasets: { sales: accepting(accepts) } }, lab: { shares } });

  test('does not move when another share goes', async () => {
    const both = await synth({ b, a });
    const one = await synth({ a });
    expect(addresses(both.lab)).toEqual(expect.arrayContaining(addresses(one.lab)));
    expect(addresses(both.finance)).toEqual(addresses(one.finance));
    const gone = addresses(both.lab).filter((address) => !addresses(one.lab).includes(address));
    expect(gone.every((address) => address.includes('researchadmin'))).toBe(true);
    expect(gone.length).toBeGreaterThan(3);
  });

  test('is made once for a principal, whatever the number of its shares', async () => {
    const { lab } = await synth({ a, b: { ...b, with: { team: 'Analysts' } } });
    const { lab: alone } = await synth({ a });
    expect(ofShares(lab)).toEqual(ofShares(alone));
  });

  test('is nothing without consent', async () => {
    const finance = { datasets: { sales } };
    const shares = { own: { dataset: 'sales', with: { consumptionRole: 'reporting' }, items } };
    const result = await twoEnvironments({ finance: { ...finance, shares }, lab: { shares: { a } } });
    expect([...ofShares(result.finance), ...ofShares(result.lab)]).toEqual([]);
  });

  test('keeps its links when the day has come, and drops its grants', async () => {
    const shares = { a: { ...a, expires: '2027-06-30' } };
    const on = (asOf: string) =>
      twoEnvironments({
        finance: { datasets: { sales: accepting(accepts) } },
        lab: { shares },
        synthesize: { asOf },
      });
    const [before, after] = [await on('2027-06-29'), await on('2027-06-30')];
    const dropped = ofShares(before.lab).filter((address) => !ofShares(after.lab).includes(address));
    expect(dropped.sort()).toEqual(
      ['filter__eu_5f_only', 'table__clicks', 'table__orders'].map(
        (item) =>
          `aws_lakeformation_permissions.lab__share__team__analysts__shared__dev__finance__sales__${item}`,
      ),
    );
    expect(after.finance).toEqual(before.finance);
    expect(after.lab.resource?.aws_iam_policy).toEqual(before.lab.resource?.aws_iam_policy);
  });
});

test('the requester comes after the owner, and reaches its catalog by the role of that account', async () => {
  const shares = { a: { dataset, with: { team: 'Analysts' }, items } };
  const { stacks, lab } = await twoEnvironments({
    finance: { datasets: { sales: accepting(accepts) } },
    lab: { shares },
  });
  expect(stacks.map(({ id, dependencies }) => [id, dependencies])).toEqual([
    ['shared-dev', []],
    ['research-dev', ['shared-dev']],
  ]);
  const grant =
    lab.resource?.aws_lakeformation_permissions?.[
      'lab__share__team__analysts__shared__dev__finance__sales__table__orders'
    ];
  expect(grant).toMatchObject({
    provider: 'aws.account_111111111111_eu-west-1',
    principal: '${aws_iam_role.lab__role__analysts.arn}',
    permissions: ['DESCRIBE', 'SELECT'],
    table_with_columns: {
      database_name: 'fin_acme_dev_shared_finance_sales',
      name: 'orders',
      wildcard: true,
    },
  });
  expect(grant?.count).toBeUndefined();
});

test('without a role for the account of the owner a share of tables is refused, one of files is not', async () => {
  const labTarget = { deployRoleArn: 'arn:aws:iam::222222222222:role/deploy' };
  const share = (what: object) => ({ shares: { a: { dataset, with: { team: 'Analysts' }, items: what } } });
  const finance = { datasets: { sales: accepting(accepts) } };
  const financeTarget = { deployRoleArn: undefined, assumeDeployRole: false };
  await expect(
    twoEnvironments({ finance, lab: share({ tables: ['orders'] }), labTarget, financeTarget }),
  ).rejects.toMatchObject({
    diagnostics: expect.arrayContaining([
      expect.objectContaining({ code: 'TL410', place: expect.objectContaining({ file: 'lab.yaml' }) }),
    ]),
  });
  await expect(
    twoEnvironments({ finance, lab: share({ bucket: true }), labTarget, financeTarget }),
  ).resolves.toBeDefined();
});

test('environments that share with each other close no circle: what cannot wait is granted once it is there', async () => {
  const results = { team: 'Analysts', tables: { scores: { columns: [{ name: 'id', type: 'bigint' }] } } };
  const result = await twoEnvironments({
    finance: {
      datasets: { sales: accepting(accepts) },
      shares: {
        back: {
          dataset: 'research/dev/lab/results',
          with: { team: 'DataScience' },
          items: { tables: ['scores'] },
        },
      },
    },
    lab: {
      datasets: { results: { ...results, accepts: { 'shared/dev/finance/back': consent } } },
      shares: { a: { dataset, with: { team: 'Analysts' }, items } },
    },
  });
  expect(result.stacks).toHaveLength(2);
  const counts = (json: StackJson) =>
    Object.entries(json.resource?.aws_lakeformation_permissions ?? {})
      .filter(([key]) => /__share__.*__table__/.test(key))
      .map(([, block]) => block.count as unknown);
  expect(counts(result.finance)).toEqual([
    '${contains(var.finance__existing-tables, "research/dev/lab/results/scores") ? 1 : 0}',
  ]);
  expect(counts(result.lab).every((count) => typeof count === 'string')).toBe(true);
});

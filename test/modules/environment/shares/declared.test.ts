import { built, declared } from '../../../support/declared';
import { accepting, twoEnvironments } from './platform';

const consents = (...names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, { permissions: ['Read', 'Write'] }]));

const items = { bucket: true, folders: ['invoices'], tables: ['orders', 'clicks'], dataFilters: ['eu_only'] };

const changes = {
  finance: {
    datasets: {
      sales: accepting(
        consents(
          'shared/dev/finance/to-reporting',
          'shared/dev/finance/to-analysts',
          'research/dev/lab/sales',
        ),
      ),
    },
    shares: {
      'to-reporting': { dataset: 'sales', with: { consumptionRole: 'reporting' }, items },
      'to-analysts': { dataset: 'sales', with: { team: 'Analysts' }, items, permissions: ['Read', 'Write'] },
    },
  },
  lab: {
    shares: { sales: { dataset: 'shared/dev/finance/sales', with: { team: 'Analysts' }, items } },
  },
};

test('what is declared of shares, with names that other environments decide about, is what is built', async () => {
  const { platform, finance, lab } = await twoEnvironments(changes);
  const [first, second] = platform.environments;
  expect(built(finance)).toEqual(declared(first?.modules ?? []));
  expect(built(lab)).toEqual(declared(second?.modules ?? []));
});

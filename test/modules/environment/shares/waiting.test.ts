import { siblingsOf } from '../../../../core/platform/view';
import { factsOf } from '../../../../modules/environment/facts';
import { waitingTables } from '../../../../modules/environment/shares/waiting';
import { accepting, reporting, sales, twoEnvironments } from './platform';

const everything = { tables: ['orders', 'clicks'] };
const consent = { permissions: ['Read'] };

/** What the configuration that was built makes depend on the variable. */
function inStack(stack: object): readonly string[] {
  const named = JSON.stringify(stack).matchAll(/contains\(var\.[\w-]+__existing-tables, \\"([^"\\]+)\\"\)/g);
  return [...new Set([...named].map(([, path]) => path ?? ''))].sort();
}

test('what waits is exactly what the variable decides, for owner and requester, filter and circle', async () => {
  const { platform, finance, lab } = await twoEnvironments({
    finance: {
      consumptionRoles: { reporting },
      datasets: {
        sales: {
          ...accepting({ 'shared/dev/finance/own': consent, 'research/dev/lab/theirs': consent }),
          dataFilters: { ...sales.dataFilters, some: { table: 'clicks', rows: 'id > 1' } },
        },
      },
      shares: {
        own: { dataset: 'sales', with: { consumptionRole: 'reporting' }, items: everything },
        back: {
          dataset: 'research/dev/lab/trials',
          with: { team: 'Analysts' },
          items: { tables: ['results'] },
        },
      },
    },
    lab: {
      datasets: {
        trials: {
          team: 'ResearchAdmin',
          tables: { results: { columns: [{ name: 'id', type: 'bigint' }] }, unasked: {} },
          accepts: { 'shared/dev/finance/back': consent },
        },
      },
      shares: {
        theirs: { dataset: 'shared/dev/finance/sales', with: { team: 'Analysts' }, items: everything },
      },
    },
  });
  const all = siblingsOf(platform, 'environment').map(factsOf);
  const [ofFinance = [], ofLab = []] = all.map((own) => waitingTables(own, all).map(({ path }) => path));
  const clicks = 'shared/dev/finance/sales/clicks';
  expect(ofFinance).toEqual(['research/dev/lab/trials/results', clicks]);
  expect(ofLab).toEqual([clicks, 'shared/dev/finance/sales/orders']);
  expect(inStack(finance)).toEqual(ofFinance);
  expect(inStack(lab)).toEqual(ofLab);
});

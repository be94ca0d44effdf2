import { Asker } from '../../../cli/ask';
import { stackPlans } from '../../../core/platform/stacks';
import { accepting, platformFiles } from '../../modules/environment/shares/platform';
import { synthFiles } from '../../support/synth';

// Nobody listens there.
const nowhere = 'http://127.0.0.1:1';
const share = { dataset: 'sales', with: { consumptionRole: 'reporting' }, items: { tables: ['clicks'] } };
const files = (more: object = {}) =>
  platformFiles({
    finance: {
      datasets: { sales: accepting({ 'shared/dev/finance/s': { permissions: ['Read'] } }) },
      shares: { s: share },
      ...more,
    },
  });

/** What is said on stderr while something is done. */
async function said<T>(work: () => Promise<T>): Promise<{ readonly result: T; readonly lines: string[] }> {
  const lines: string[] = [];
  const write = jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    lines.push(String(text).trim());
    return true;
  });
  const result = await work().finally(() => write.mockRestore());
  return { result, lines };
}

test('where AWS does not answer, the lock file does, and it is said once', async () => {
  const { platform } = await synthFiles(files());
  const plan = stackPlans(platform).find(({ id }) => id === 'shared-dev');
  const asker = new Asker(platform, 'deploy', nowhere);
  const { result, lines } = await said(async () => [await asker.tables(plan), await asker.tables(plan)]);
  const path = 'shared/dev/finance/sales/clicks';
  const answer = { args: ['-var=finance__existing-tables=[]'], pending: [path] };
  expect(result).toEqual([answer, answer]);
  expect(lines.filter((line) => line.startsWith('note: '))).toHaveLength(1);
  expect(lines.filter((line) => line.startsWith(`pending crawl: ${path}`))).toHaveLength(2);
  expect(asker.there.size).toBe(0);
});

test('nor are dashboards refused', async () => {
  const { platform } = await synthFiles(files({ features: { dashboards: true } }));
  const asker = new Asker(platform, 'deploy', nowhere);
  const selection = { plans: stackPlans(platform), modules: new Set<string>() };
  const { lines } = await said(() => asker.dashboards(selection));
  expect(lines).toHaveLength(1);
});

import { Questions } from '../../deploy/questions';
import { stackPlans } from '../../core/platform/stacks';
import { accepting, platformFiles } from '../modules/environment/shares/platform';
import { quietRun } from '../support/deploy';
import { synthFiles } from '../support/synth';

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

test('where AWS does not answer, the lock file does, and it is said once', async () => {
  const { platform } = await synthFiles(files());
  const [plan] = stackPlans(platform).filter(({ id }) => id === 'shared-dev');
  if (!plan) throw new Error('no such stack');
  const { run, events } = quietRun({ endpoint: nowhere });
  const questions = new Questions(run, platform, 'deploy');
  const path = 'shared/dev/finance/sales/clicks';
  const answer = { args: ['-var=finance__existing-tables=[]'], pending: [path] };
  expect(await questions.answersFor(plan)).toEqual(answer);
  expect(await questions.answersFor(plan)).toEqual(answer);
  const pending = { kind: 'pending', message: expect.stringContaining(`pending crawl: ${path}`) };
  const question = "which tables are there (the lock file's are taken)";
  expect(events).toEqual([{ kind: 'unanswered', question, reason: expect.any(String) }, pending, pending]);
  const records = { environment: { 'shared/dev/finance': { existingTables: ['sales/clicks'] } } };
  expect(questions.recordedIn(records)).toEqual(records);
});

test('nor are dashboards refused', async () => {
  const { platform } = await synthFiles(files({ features: { dashboards: true } }));
  const { run, events } = quietRun({ endpoint: nowhere });
  const selection = { plans: stackPlans(platform), modules: new Set<string>() };
  await new Questions(run, platform, 'deploy').assertConditions(selection);
  expect(events).toMatchObject([{ kind: 'unanswered', question: 'whether QuickSight makes dashboards' }]);
});

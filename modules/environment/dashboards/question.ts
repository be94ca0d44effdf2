import type { ConditionQuestion } from '../../../core/module/questions';
import type { EnvironmentFacts } from '../facts';
import { checkQuickSight } from './subscription';

/** An environment with dashboards needs a QuickSight that makes them. */
export function dashboardConditions({ config, location }: EnvironmentFacts): readonly ConditionQuestion[] {
  if (!config.features.dashboards) return [];
  const { account, region } = location;
  return [
    {
      about: 'whether QuickSight makes dashboards',
      account,
      region,
      subject: `QuickSight of ${account}`,
      path: ['features', 'dashboards'],
      need: 'dashboards need QuickSight',
      met: 'an Enterprise subscription',
      permission: 'quicksight:DescribeAccountSubscription',
      async ask(client) {
        const { describeSubscription } = await import('./ask');
        return checkQuickSight(account, () => describeSubscription(account, client));
      },
    },
  ];
}

import type { PolicyStatement } from '../../../../aws/iam/statement';
import { of, type PivotFacts } from './facts';

/** To register readers and authors in QuickSight, and to show and share dashboards. */
export function dashboards({ location }: PivotFacts): readonly PolicyStatement[] {
  const { partition, account } = location;
  // Users and groups live in the identity region of the account's subscription, which need not be this one.
  const arns = (...resources: readonly string[]) =>
    resources.map((resource) => `arn:${partition}:quicksight:*:${account}:${resource}`);
  const quicksight = (...actions: readonly string[]) => of('quicksight', ...actions);
  return [
    {
      sid: 'QuickSightSubscription',
      actions: quicksight('DescribeAccountSubscription'),
      resources: arns('account/*'),
    },
    {
      sid: 'QuickSightUsers',
      actions: quicksight(
        ...['CreateGroup', 'DescribeGroup', 'CreateGroupMembership', 'ListUserGroups'],
        ...['RegisterUser', 'DescribeUser', 'UpdateUser', 'GetAuthCode'],
      ),
      resources: arns('group/default/*', 'user/default/*'),
    },
    {
      // AWS or whoever makes them chooses the ids of dashboards and data sources.
      sid: 'QuickSightDashboards',
      actions: quicksight(
        ...['ListDashboards', 'SearchDashboards', 'DescribeDashboard', 'DescribeDataSource'],
        ...['DescribeDashboardPermissions', 'UpdateDashboardPermissions', 'GetDashboardEmbedUrl'],
        ...['GenerateEmbedUrlForRegisteredUser', 'GenerateEmbedUrlForAnonymousUser'],
      ),
      resources: arns('dashboard/*', 'datasource/*', 'user/default/*', 'namespace/default'),
    },
    {
      // The settings of the account and the URL of a session know no resource.
      sid: 'QuickSightSession',
      actions: quicksight('DescribeAccountSettings', 'GetSessionEmbedUrl'),
      resources: ['*'],
    },
  ];
}

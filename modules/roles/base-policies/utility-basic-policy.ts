import type { BaseStatement } from './statement';

export const utilityBasicPolicy: readonly BaseStatement[] = [
  {
    resources: ['*'],
    service: 'cloudwatch',
    actions: ['List*', 'Get*', 'Describe*'],
  },
  {
    resources: ['*'],
    service: 'logs',
    actions: [
      'DescribeAccountPolicies',
      'DescribeDeliveries',
      'DescribeDeliveryDestinations',
      'DescribeDeliverySources',
      'DescribeDestinations',
      'DescribeExportTasks',
      'DescribeLogGroups',
      'DescribeQueries',
      'DescribeQueryDefinitions',
      'DescribeResourcePolicies',
      'GetLogDelivery',
      'ListLogDeliveries',
      '*LiveTail',
      'StopQuery',
      'TestMetricFilter',
    ],
  },
  {
    resources: ['*'],
    service: 'codecommit',
    actions: [
      'CreateApprovalRuleTemplate',
      'DeleteApprovalRuleTemplate',
      'GetApprovalRuleTemplate',
      'ListApprovalRuleTemplates',
      'ListRepositories',
      'ListRepositoriesForApprovalRuleTemplate',
      'UpdateApprovalRuleTemplateContent',
      'UpdateApprovalRuleTemplateDescription',
      'UpdateApprovalRuleTemplateName',
    ],
  },
];

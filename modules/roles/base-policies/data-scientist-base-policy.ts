import type { BaseStatement } from './statement';

export const dataScientistBasePolicy: readonly BaseStatement[] = [
  {
    resources: ['arn:{partition}:logs:{region}:*:log-group:*sagemaker*'],
    service: 'logs',
    actions: ['Describe*', 'Get*'],
  },
  {
    resources: ['*'],
    service: 'glue',
    actions: [
      'GetNotebookInstanceStatus',
      'GlueNotebookAuthorize',
      'GlueNotebookRefreshCredentials',
      'StartNotebook',
      'TerminateNotebook',
      'TestConnection',
      'UseGlueStudio',
    ],
  },
  {
    resources: ['arn:{partition}:codecommit:*:*:*'],
    service: 'codecommit',
    actions: [
      'BatchGet*',
      'BatchDescribeMergeConflicts',
      'DescribeMergeConflicts',
      'DescribePullRequestEvents',
      'EvaluatePullRequestApprovalRules',
      'GitPull',
      'ListAssociatedApprovalRuleTemplatesForRepository',
      'ListBranches',
      'ListPullRequests',
      'ListTagsForResource',
    ],
  },
  {
    resources: ['*'],
    service: 'groundtruthlabeling',
    actions: ['*'],
  },
  {
    resources: ['*'],
    service: 'kms',
    actions: ['ListAliases'],
  },
  {
    resources: ['*'],
    service: 'ssm',
    actions: ['DescribeParameters'],
  },
];

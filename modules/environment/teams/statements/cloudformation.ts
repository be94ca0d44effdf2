import type { PolicyStatement } from '../../../../aws/iam/statement';
import type { TeamFacts } from './facts';
import { making, nobodyElses, of, owned, prefixed, restating } from './scope';

/**
 * Stacks of the team. A stack makes with the team's own role what that may make. Stack sets are left out: they act
 * with roles of the account.
 */
export function cloudformation(facts: TeamFacts): readonly PolicyStatement[] {
  const resources = prefixed(facts, 'cloudformation', 'stack/');
  const actions = (...names: readonly string[]) => of('cloudformation', ...names);
  return [
    {
      sid: 'CloudFormationList',
      actions: actions(
        ...[
          'CreateUploadBucket',
          'DescribeAccountLimits',
          'DescribeStackDriftDetectionStatus',
          'DescribeType',
        ],
        ...['EstimateTemplateCost', 'GetTemplateSummary', 'ListExports', 'ListImports', 'ListStacks'],
        ...['ListTypes', 'ValidateTemplate'],
      ),
      resources: ['*'],
    },
    {
      sid: 'CloudFormationMake',
      actions: actions('CreateChangeSet', 'CreateStack', 'TagResource'),
      resources,
      conditions: making(facts),
    },
    {
      sid: 'CloudFormationUpdate',
      actions: actions('UpdateStack'),
      resources,
      conditions: restating(facts),
    },
    {
      sid: 'CloudFormationChangeSets',
      actions: actions(
        ...['DeleteChangeSet', 'DescribeChangeSet', 'DescribeStackEvents', 'DescribeStacks'],
        ...['ExecuteChangeSet', 'GetTemplate', 'ListChangeSets'],
      ),
      resources,
      conditions: nobodyElses(facts),
    },
    {
      sid: 'CloudFormationOwn',
      actions: actions(
        ...[
          'CancelUpdateStack',
          'ContinueUpdateRollback',
          'DeleteStack',
          'Describe*',
          'DetectStack*',
          'Get*',
        ],
        ...['List*', 'RollbackStack', 'UpdateTerminationProtection'],
      ),
      resources,
      conditions: owned(facts),
    },
  ];
}

import { arnOf } from '../../../core/aws/location';
import { studioLogStreams } from '../../../core/aws/studio/logs';
import type { PolicyStatement } from '../../../aws/iam/statement';
import type { TeamFacts } from './facts';

/**
 * Log groups of SageMaker that all teams of an account share. Their streams are named after jobs and endpoints, and
 * have no tags: there is nothing to tell teams apart by.
 */
const shared = ['TrainingJobs', 'ProcessingJobs', 'TransformJobs', 'NotebookInstances', 'Endpoints/'];

const logs = (...actions: readonly string[]) => actions.map((action) => `logs:${action}`);

/** To read logs of jobs and endpoints, and of the apps of the own domain. */
export function readingLogs(facts: TeamFacts): readonly PolicyStatement[] {
  const { location, domain } = facts;
  const apps = domain ? [studioLogStreams(location, domain.id)] : [];
  return [
    {
      sid: 'ReadLogs',
      actions: logs('FilterLogEvents', 'GetLogEvents'),
      resources: [...sharedGroups(facts), ...apps],
    },
    {
      sid: 'ListLogStreams',
      actions: logs('DescribeLogStreams'),
      resources: [arnOf(location, 'logs', 'log-group:/aws/sagemaker/*')],
    },
    // Listing log groups knows no narrower resource.
    { sid: 'ListLogGroups', actions: logs('DescribeLogGroups'), resources: ['*'] },
  ];
}

/** To write logs as jobs and endpoints do. */
export function writingLogs(facts: TeamFacts): PolicyStatement {
  return {
    sid: 'WriteLogs',
    actions: logs('CreateLogGroup', 'CreateLogStream', 'PutLogEvents'),
    resources: sharedGroups(facts),
  };
}

/** The groups and, with the same pattern, their streams. */
function sharedGroups({ location }: TeamFacts): readonly string[] {
  return shared.map((group) => arnOf(location, 'logs', `log-group:/aws/sagemaker/${group}*`));
}

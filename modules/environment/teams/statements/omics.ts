import type { PolicyStatement } from '../../../../aws/iam/statement';
import { passRole } from './base';
import type { TeamFacts } from './facts';
import { writingLogs } from './logs';
import { making, of, owned, within } from './scope';

/** Runs of HealthOmics workflows. Both have ids, no names: the tag alone tells whose a run is. */
export function omics(facts: TeamFacts): readonly PolicyStatement[] {
  const { partition, region } = facts.location;
  const runs = within(facts, 'omics', 'run/*');
  const workflows = [...within(facts, 'omics', 'workflow/*'), `arn:${partition}:omics:${region}::workflow/*`];
  return [
    { sid: 'OmicsList', actions: of('omics', 'ListRuns', 'ListWorkflows'), resources: ['*'] },
    {
      // A run is made from a workflow: of AWS, or of the account, whoever made it.
      sid: 'OmicsWorkflows',
      actions: of('omics', 'GetWorkflow', 'StartRun'),
      resources: workflows,
    },
    {
      sid: 'OmicsMake',
      actions: of('omics', 'StartRun', 'TagResource'),
      resources: runs,
      conditions: making(facts),
    },
    {
      sid: 'OmicsOwn',
      actions: of('omics', 'CancelRun', 'DeleteRun', 'GetRun', 'ListRunTasks'),
      resources: runs,
      conditions: owned(facts),
    },
    passRole(facts, 'OmicsPassRole', ['omics']),
    writingLogs(facts, 'OmicsLogs', '/aws/omics/*'),
  ];
}

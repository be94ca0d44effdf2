import { arnOf } from '../../../../core/aws/location';
import type { PolicyStatement } from '../../../../aws/iam/statement';
import { of, prefixedRoles, type PivotFacts } from './facts';
import { ofATeam } from './of-a-team';

/** To start runs of Omics workflows for teams, and to look after those of teams. */
export function omics(facts: PivotFacts): readonly PolicyStatement[] {
  const { location } = facts;
  // AWS makes up the ids of runs and workflows; the workflows that it offers belong to no account.
  const runs = [arnOf(location, 'omics', 'run/*')];
  const workflows = [
    arnOf(location, 'omics', 'workflow/*'),
    `arn:${location.partition}:omics:${location.region}::workflow/*`,
  ];
  return [
    { sid: 'OmicsWorkflows', actions: of('omics', 'GetWorkflow', 'StartRun'), resources: workflows },
    {
      sid: 'OmicsStart',
      actions: of('omics', 'StartRun', 'TagResource'),
      resources: runs,
      conditions: { Null: { 'aws:RequestTag/Team': 'false' } },
    },
    {
      sid: 'OmicsRuns',
      actions: of('omics', 'GetRun', 'ListRunTasks', 'CancelRun', 'DeleteRun'),
      resources: runs,
      conditions: ofATeam,
    },
    {
      // These lists know no narrower resource.
      sid: 'OmicsList',
      actions: of('omics', 'ListWorkflows', 'ListRuns'),
      resources: ['*'],
    },
    {
      sid: 'PassRoleOmics',
      actions: ['iam:PassRole'],
      resources: prefixedRoles(facts),
      conditions: { StringEquals: { 'iam:PassedToService': 'omics.amazonaws.com' } },
    },
  ];
}

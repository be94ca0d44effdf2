import type { PolicyStatement } from '../../../../../aws/iam/statement';
import type { TeamFacts } from '../facts';
import { each, making, of, owned, prefixed, restating } from '../scope';

/**
 * Builds. Credentials of repositories are the account's, and left out; so is to make a project public. A change of a
 * project may replace its tags.
 */
export function codebuild(facts: TeamFacts): readonly PolicyStatement[] {
  const resources = prefixed(facts, 'codebuild', 'project/', 'report-group/');
  return [
    {
      sid: 'CodeBuildList',
      actions: each(
        'codebuild',
        'List',
        ...['BuildBatches', 'Builds', 'CuratedEnvironmentImages', 'Projects', 'ReportGroups', 'Reports'],
      ),
      resources: ['*'],
    },
    {
      sid: 'CodeBuildMake',
      actions: each('codebuild', 'Create', 'Project', 'ReportGroup'),
      resources,
      conditions: making(facts),
    },
    {
      sid: 'CodeBuildUpdate',
      actions: each('codebuild', 'Update', 'Project', 'ReportGroup'),
      resources,
      conditions: restating(facts),
    },
    {
      sid: 'CodeBuildOwn',
      actions: of(
        'codebuild',
        // None of the verbs with a star takes tags off.
        ...['BatchDeleteBuilds', 'BatchGet*', 'BatchPut*', 'CreateReport', 'Delete*', 'Describe*'],
        ...['GetReportGroupTrend', 'InvalidateProjectCache', 'List*', 'Retry*', 'Start*', 'Stop*'],
        ...['UpdateReport'],
      ),
      resources,
      conditions: owned(facts),
    },
  ];
}

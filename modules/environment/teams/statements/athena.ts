import type { PolicyStatement } from '../../../../aws/iam/statement';
import { workgroupUsage } from '../../../../core/aws/workgroup-usage';
import type { TeamFacts } from './facts';
import { of, within } from './scope';

/** To query in the team's workgroups. */
export function athena(facts: TeamFacts): readonly PolicyStatement[] {
  const { location, workgroups } = facts;
  return [
    ...workgroupUsage(location, workgroups).map((statement) => ({
      ...statement,
      sid: `Athena${statement.sid ?? ''}`,
    })),
    {
      sid: 'AthenaSavedQueries',
      actions: of('athena', '*NamedQuery', '*PreparedStatement', 'GetQueryRuntimeStatistics'),
      resources: within(facts, 'athena', ...workgroups.map((workgroup) => `workgroup/${workgroup}`)),
    },
  ];
}

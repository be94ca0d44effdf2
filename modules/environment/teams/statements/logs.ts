import type { PolicyStatement } from '../../../../aws/iam/statement';
import type { TeamFacts } from './facts';
import { of, within } from './scope';

/** To write logs as a service does that runs with the team's role: into groups, and their streams. */
export function writingLogs(facts: TeamFacts, sid: string, ...groups: readonly string[]): PolicyStatement {
  return {
    sid,
    actions: of('logs', 'CreateLogGroup', 'CreateLogStream', 'PutLogEvents'),
    resources: within(facts, 'logs', ...groups.map((group) => `log-group:${group}`)),
  };
}

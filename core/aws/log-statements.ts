import { arnOf, type Location } from './location';
import type { PolicyStatement } from '../../aws/iam/statement';

/** To write logs into the log groups of a name or pattern, and to make them. */
export function logWriting(location: Location, logGroups: string): PolicyStatement {
  return onLogs(location, logGroups, 'WriteLogs', ['CreateLogGroup', 'CreateLogStream', 'PutLogEvents']);
}

/** To read the log groups of a name or pattern. */
export function logReading(location: Location, logGroups: string): readonly PolicyStatement[] {
  return [
    onLogs(location, logGroups, 'ReadLogs', ['DescribeLogStreams', 'FilterLogEvents', 'GetLogEvents']),
    // Listing log groups knows no narrower resource.
    onLogs(location, '*', 'ListLogGroups', ['DescribeLogGroups']),
  ];
}

function onLogs(
  location: Location,
  logGroups: string,
  sid: string,
  actions: readonly string[],
): PolicyStatement {
  const group = arnOf(location, 'logs', `log-group:${logGroups}`);
  return { sid, actions: actions.map((action) => `logs:${action}`), resources: [group, `${group}:*`] };
}

import { Processes } from '../../deploy/process';
import { Run } from '../../deploy/run';
import { endpointOf } from './aws-endpoint';
import { processConfiguration, quietSdk } from './configuration';
import { sayProgress } from './progress';

/** All programs that this one has started. */
export const processes = new Processes();

/** A run whose progress is told on stderr. */
export function newRun(variables = processConfiguration().environment): Run {
  quietSdk();
  const endpoint = endpointOf(variables);
  return new Run({ processes, listener: sayProgress, variables, hooksPrintTo: 2, endpoint });
}

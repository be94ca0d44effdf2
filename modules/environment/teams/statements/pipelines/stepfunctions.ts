import type { PolicyStatement } from '../../../../../aws/iam/statement';
import type { TeamFacts } from '../facts';
import { making, of, owned, prefixed } from '../scope';

/** State machines with their executions, and activities. */
export function stepfunctions(facts: TeamFacts): readonly PolicyStatement[] {
  const machines = prefixed(facts, 'states', 'activity:', 'stateMachine:');
  return [
    { sid: 'StatesList', actions: of('states', 'ListActivities', 'ListStateMachines'), resources: ['*'] },
    {
      sid: 'StatesTasks',
      actions: of('states', 'SendTaskFailure', 'SendTaskHeartbeat', 'SendTaskSuccess'),
      resources: ['*'],
    },
    {
      sid: 'StatesMake',
      actions: of('states', 'CreateActivity', 'CreateStateMachine', 'TagResource'),
      resources: machines,
      conditions: making(facts),
    },
    {
      sid: 'StatesOwn',
      actions: of(
        'states',
        // None of the verbs with a star takes tags off.
        ...['CreateStateMachineAlias', 'Delete*', 'Describe*', 'Get*', 'List*', 'PublishStateMachineVersion'],
        ...['RedriveExecution', 'Start*', 'StopExecution', 'UpdateStateMachine*'],
      ),
      resources: [...machines, ...prefixed(facts, 'states', 'execution:')],
      conditions: owned(facts),
    },
  ];
}

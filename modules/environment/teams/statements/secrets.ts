import type { PolicyStatement } from '../../../../aws/iam/statement';
import type { TeamFacts } from './facts';
import { making, of, owned, prefixed } from './scope';

/** Secrets of the team. Their policies are left out, which would give them to others. */
export function secrets(facts: TeamFacts): readonly PolicyStatement[] {
  const resources = prefixed(facts, 'secretsmanager', 'secret:');
  const actions = (...names: readonly string[]) => of('secretsmanager', ...names);
  return [
    { sid: 'SecretsList', actions: actions('ListSecrets'), resources: ['*'] },
    {
      sid: 'SecretsMake',
      actions: actions('CreateSecret', 'TagResource'),
      resources,
      conditions: making(facts),
    },
    {
      sid: 'SecretsOwn',
      actions: actions(
        ...['DeleteSecret', 'DescribeSecret', 'GetSecretValue', 'ListSecretVersionIds', 'PutSecretValue'],
        ...['RestoreSecret', 'UpdateSecret', 'UpdateSecretVersionStage'],
      ),
      resources,
      conditions: owned(facts),
    },
  ];
}

import type { PolicyStatement } from '../../../../aws/iam/statement';
import type { TeamFacts } from './facts';
import { making, of, owned, prefixed, within } from './scope';

/**
 * Parameters of the team, named `fin-…` or `/fin/…`. A new one is tagged as it is made: to overwrite and to tag
 * exclude each other, so the tags of a parameter that stands can only be added to. To read a whole path is left out:
 * AWS then looks at no tag of what is below, which may be another team's.
 */
export function parameters(facts: TeamFacts): readonly PolicyStatement[] {
  const resources = [
    ...prefixed(facts, 'ssm', 'parameter/'),
    ...within(facts, 'ssm', ...facts.prefixes.map((prefix) => `parameter/${prefix}/*`)),
  ];
  const actions = (...names: readonly string[]) => of('ssm', ...names);
  return [
    { sid: 'ParametersList', actions: actions('DescribeParameters'), resources: ['*'] },
    {
      sid: 'ParametersMake',
      actions: actions('AddTagsToResource', 'PutParameter'),
      resources,
      conditions: making(facts),
    },
    {
      sid: 'ParametersOwn',
      actions: actions(
        ...['DeleteParameter', 'DeleteParameters', 'GetParameter', 'GetParameterHistory', 'GetParameters'],
        ...['LabelParameterVersion', 'ListTagsForResource', 'PutParameter', 'UnlabelParameterVersion'],
      ),
      resources,
      conditions: owned(facts),
    },
  ];
}

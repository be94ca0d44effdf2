import type { PolicyStatement } from '../../../../aws/iam/statement';
import type { TeamFacts } from './facts';
import { each, making, of, owned, prefixed } from './scope';

/** DataBrew, for whom may create datasets. */
export function databrew(facts: TeamFacts): readonly PolicyStatement[] {
  const resources = prefixed(facts, 'databrew', '*/');
  return [
    {
      sid: 'DataBrewList',
      actions: each('databrew', 'List', 'Datasets', 'Jobs', 'Projects', 'Recipes', 'Rulesets', 'Schedules'),
      resources: ['*'],
    },
    {
      sid: 'DataBrewMakeUnnamed',
      actions: ['databrew:Create*'],
      resources: ['*'],
      conditions: making(facts),
    },
    {
      sid: 'DataBrewTag',
      actions: ['databrew:TagResource'],
      resources,
      conditions: making(facts),
    },
    {
      sid: 'DataBrewOwn',
      actions: of(
        'databrew',
        // None of these verbs takes tags off.
        ...['BatchDeleteRecipeVersion', 'Delete*', 'Describe*', 'ListJobRuns', 'ListRecipeVersions'],
        ...['ListTagsForResource', 'PublishRecipe', 'SendProjectSessionAction', 'Start*', 'Stop*', 'Update*'],
      ),
      resources,
      conditions: owned(facts),
    },
  ];
}

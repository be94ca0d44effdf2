import type { PolicyStatement } from '../../../../aws/iam/statement';
import type { TeamFacts } from './facts';
import { each, making, nobodyElses, of, owned, prefixed } from './scope';

/** What is shown to others; what they show comes from data sets, which are not for others. */
const shown = ['Analysis', 'Dashboard', 'Folder', 'Template', 'Theme'];
const data = ['DataSet', 'DataSource'];

/** QuickSight, of which the team has what it tags; upstream told teams apart by the start of an id alone. */
export function quicksight(facts: TeamFacts): readonly PolicyStatement[] {
  const resources = prefixed(facts, 'quicksight', '*/');
  const verbs = (things: readonly string[], ...names: readonly string[]) =>
    names.flatMap((verb) => each('quicksight', verb, ...things));
  return [
    {
      sid: 'QuickSightList',
      actions: each(
        'quicksight',
        'List',
        ...['Analyses', 'Dashboards', 'DataSets', 'DataSources', 'Folders', 'Namespaces', 'Templates'],
        ...['Themes', 'Topics'],
      ),
      resources: ['*'],
    },
    {
      sid: 'QuickSightMakeUnnamed',
      actions: ['quicksight:CreateDataSource'],
      resources: ['*'],
      conditions: making(facts),
    },
    {
      sid: 'QuickSightMake',
      actions: [...verbs([...shown, 'DataSet'], 'Create'), 'quicksight:TagResource'],
      resources,
      conditions: making(facts),
    },
    {
      sid: 'QuickSightIngest',
      actions: verbs(['Ingestion'], 'Cancel', 'Create', 'Describe'),
      resources: prefixed(facts, 'quicksight', 'dataset/'),
      conditions: nobodyElses(facts),
    },
    {
      sid: 'QuickSightOwn',
      actions: [
        ...verbs([...shown, ...data], 'Delete'),
        // Also who may see it, and which version of a dashboard they see.
        ...verbs(shown, 'Update').map((action) => `${action}*`),
        ...verbs(data, 'Update'),
        ...of(
          'quicksight',
          ...['*FolderMembership', 'Describe*', 'GetDashboardEmbedUrl', 'ListDashboardVersions'],
          ...['ListFolderMembers', 'ListTagsForResource', 'PassDataSet', 'PassDataSource', 'RestoreAnalysis'],
        ),
      ],
      resources,
      conditions: owned(facts),
    },
  ];
}

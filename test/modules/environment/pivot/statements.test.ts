import { actionExists, actionsOf, isWildcardOnly } from '../../../../aws/actions/action-data';
import type { PolicyStatement } from '../../../../aws/iam/statement';
import type { Feature } from '../../../../modules/environment/features';
import { pivotStatements } from '../../../../modules/environment/pivot/statements';
import { allFeatures, noFeatures, pivotFacts } from './facts';

const everything = pivotStatements(pivotFacts());

const sids = (statements: readonly PolicyStatement[]) => statements.map(({ sid }) => sid);

test('without features: the core, datasets, shares and worksheets', () => {
  expect(sids(pivotStatements(pivotFacts({ features: noFeatures })))).toEqual([
    ...['IAMDenyForPivotRole', 'IAMDenyForPivotPolicies'],
    ...['IAMGet', 'IAMList', 'PassRole', 'STS', 'KMSList', 'KMSDescribe', 'KMSAlias'],
    ...['ListBuckets', 'ManagedBuckets', 'ParameterStore', 'Logs'],
    ...['CWMetrics', 'CWPutMetrics', 'ServiceQuotaListGet'],
    ...['GlueCatalogRead', 'GlueCatalog', 'LakeFormation', 'GlueETL', 'PassRoleGlue'],
    ...['ImportedDatasetBuckets', 'KMSImportedDataset'],
    ...['AttachSharePolicies', 'SharePolicies', 'ManagedAccessPoints'],
    ...['RamCreate', 'RamShares', 'RamInvitations', 'RamRead'],
    'AthenaWorkgroups',
  ]);
});

const byFeature: Readonly<Record<Feature, readonly string[]>> = {
  notebooks: ['Notebooks', 'ListNotebooks', 'DescribeNetwork'],
  mlStudio: ['MLStudio', 'OpenMLStudio', 'ListMLStudio', 'DescribeNetwork'],
  dashboards: ['QuickSightSubscription', 'QuickSightUsers', 'QuickSightDashboards', 'QuickSightSession'],
  pipelines: ['CodeCommit'],
  omics: ['OmicsWorkflows', 'OmicsStart', 'OmicsRuns', 'OmicsList', 'PassRoleOmics'],
  subscriptions: ['SNSPublish', 'SQS', 'ListTopicsAndQueues'],
  // People take the roles of their teams, not this one.
  awsAccess: [],
};

test.each(Object.keys(byFeature) as Feature[])('%s adds its statements, and nothing else', (feature) => {
  const base = sids(pivotStatements(pivotFacts({ features: noFeatures })));
  const on = sids(pivotStatements(pivotFacts({ features: { ...noFeatures, [feature]: true } })));
  expect(on.filter((sid) => !base.includes(sid))).toEqual(byFeature[feature]);
  expect(on).toHaveLength(base.length + byFeature[feature].length);
});

test('without anything imported there is no statement about it', () => {
  const none = { buckets: [], keyAliases: [] };
  expect(sids(pivotStatements(pivotFacts(none))).filter((sid) => /import/i.test(sid ?? ''))).toEqual([]);
});

const actionsIn = (statements: readonly PolicyStatement[]) =>
  statements.flatMap(({ actions = [] }) => actions);

test('AWS has every action', () => {
  const unknown = actionsIn(everything).filter((action) =>
    action.endsWith('*')
      ? !actionsOf(action.split(':')[0] ?? '').some((known) => known.startsWith(action.slice(0, -1)))
      : !actionExists(action),
  );
  expect(unknown).toEqual([]);
});

test('what knows no resource is granted on everything, and nothing else is', () => {
  const wrong = everything
    .filter(({ effect }) => effect !== 'Deny')
    .flatMap(({ sid, actions = [], resources = [] }) =>
      actions
        .filter((action) => !action.endsWith('*'))
        .filter((action) => isWildcardOnly(action) !== resources.includes('*'))
        .map((action) => `${String(sid)} ${action}`),
    );
  expect(wrong).toEqual(exceptions);
});

const exceptions = [
  // Metrics of CloudWatch itself; the resource that AWS lists is for data sets of other kinds.
  ...['CWMetrics cloudwatch:GetMetricData', 'CWPutMetrics cloudwatch:PutMetricData'],
  // The quotas of IAM stand in another region.
  'ServiceQuotaListGet servicequotas:GetServiceQuota',
];

test('every region is the own one, and no partition is assumed', () => {
  const china = JSON.stringify(
    pivotStatements(
      pivotFacts({
        location: { partition: 'aws-cn', region: 'cn-north-1', account: '333333333333' },
        features: allFeatures,
        roleArn: 'arn:aws-cn:iam::333333333333:role/fin-pivot',
        roleName: 'fin-pivot',
        boundaryArn: undefined,
        otherRoleArns: [],
        consumptionRoleArns: [],
      }),
    ),
  );
  expect(china).not.toContain('arn:aws:');
  expect(china).not.toContain('eu-west-1');
});

test('patterns end the prefix with its dash, databases with an underscore, for old prefixes too', () => {
  const text = JSON.stringify(pivotStatements(pivotFacts({ prefixes: ['fin-eu', 'old'] })));
  for (const prefix of ['fin-eu', 'old']) {
    expect(text).toContain(`"arn:aws:s3:::${prefix}-*"`);
    expect(text).toContain(`:workgroup/${prefix}-*"`);
    expect(text).toContain(`:database/${prefix.replaceAll('-', '_')}_*"`);
  }
  expect(text).not.toMatch(/(fin-eu|fin_eu|old)\*/);
});

import type { PolicyStatement } from '../../../../aws/iam/statement';
import type { TeamFacts } from './facts';
import { writingLogs } from './logs';
import { each, making, nobodyElses, of, owned, prefixed, restating } from './scope';

/** What has a name, takes tags when it is made, and can be deleted. */
const things = [
  ...['CodeRepository', 'Endpoint', 'EndpointConfig', 'Experiment', 'FeatureGroup', 'Model'],
  ...['ModelPackageGroup', 'MonitoringSchedule', 'Pipeline', 'Trial', 'TrialComponent'],
];

/** What scientists make in SageMaker, from a notebook as from Studio. Domains, profiles and spaces are none of it. */
export function sagemaker(facts: TeamFacts): readonly PolicyStatement[] {
  const resources = prefixed(facts, 'sagemaker', '*/');
  return [
    {
      // Most lists know no resource, and give names; those that know one, such as records, are for the own.
      sid: 'SageMakerList',
      actions: of('sagemaker', 'List*'),
      resources: ['*'],
      conditions: nobodyElses(facts),
    },
    {
      sid: 'SageMakerSuggest',
      actions: of(
        'sagemaker',
        ...['GetSagemakerServicecatalogPortfolioStatus', 'GetSearchSuggestions', 'RenderUiTemplate'],
      ),
      resources: ['*'],
    },
    {
      // A search answers with all that is known of what it finds: so it must say that it wants the team's only.
      sid: 'SageMakerSearch',
      actions: ['sagemaker:Search'],
      resources: ['*'],
      conditions: { StringEquals: { 'sagemaker:SearchVisibilityCondition/Tags.Team': facts.team } },
    },
    {
      sid: 'SageMakerMake',
      actions: [
        // Jobs of all kinds: all take a name and tags.
        'sagemaker:Create*Job*',
        ...each('sagemaker', 'Create', ...things),
      ],
      resources,
      conditions: making(facts),
    },
    {
      sid: 'SageMakerTagNew',
      actions: ['sagemaker:AddTags'],
      resources,
      conditions: { ...making(facts), Null: { 'sagemaker:TaggingAction': 'false' } },
    },
    {
      sid: 'SageMakerTagOwn',
      actions: ['sagemaker:AddTags'],
      resources,
      conditions: restating(facts),
    },
    { sid: 'SageMakerOwn', actions: onOwn, resources, conditions: owned(facts) },
    ...images(facts),
    // Groups of SageMaker that all teams of an account share; their streams are named after jobs and endpoints.
    writingLogs(facts, 'SageMakerLogs', '/aws/sagemaker/*'),
  ];
}

const onOwn = of(
  'sagemaker',
  // Not all that begins with Delete or Update: tags, and the domain's profiles, stay as they are.
  ...[...things, 'ModelPackage', 'Record'].map((thing) => `Delete${thing}`),
  ...['BatchGetRecord', 'Describe*', 'GetRecord', 'Invoke*', 'PutRecord', 'Start*', 'Stop*'],
  ...['AssociateTrialComponent', 'DisassociateTrialComponent'],
  ...['CreateModelPackage', 'RetryPipelineExecution'],
  ...['UpdateCodeRepository', 'UpdateEndpoint*', 'UpdateExperiment', 'UpdateFeatureGroup'],
  ...['UpdateModelPackage', 'UpdateMonitoringSchedule', 'UpdatePipeline*', 'UpdateTrial*'],
);

/** The images that AWS offers, which it keeps in accounts that differ by region and framework. */
function images({ location }: TeamFacts): readonly PolicyStatement[] {
  return [
    {
      sid: 'SageMakerImages',
      actions: of('ecr', 'BatchCheckLayerAvailability', 'BatchGetImage', 'GetDownloadUrlForLayer'),
      resources: [`arn:${location.partition}:ecr:${location.region}:*:repository/sagemaker*`],
    },
    { sid: 'SageMakerImageLogin', actions: ['ecr:GetAuthorizationToken'], resources: ['*'] },
  ];
}

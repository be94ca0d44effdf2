import { grantToService } from '../../../core/aws/key-statements';
import type { PolicyStatement } from '../../../aws/iam/statement';
import { each, sagemaker, sagemakerArns, type TeamFacts } from './facts';
import { making, nobodyElses, teamTag, theirs } from './team-tag';

/** What a team makes, besides jobs and feature groups; all of it takes tags at creation. */
const things = [
  ...['Endpoint', 'EndpointConfig'],
  ...['Experiment', 'Trial', 'TrialComponent'],
  ...['Model', 'ModelCard', 'ModelPackage', 'ModelPackageGroup'],
  ...['MonitoringSchedule', 'Pipeline', 'Project'],
  ...['NotebookInstance', 'NotebookInstanceLifecycleConfig'],
];

/** To make, change and delete what data scientists make in SageMaker. */
export function smWrite(facts: TeamFacts): readonly PolicyStatement[] {
  const { executionRoleArn, keyArn } = facts;
  const tag = teamTag(facts);
  const everything = sagemakerArns(facts, '*');
  return [
    {
      sid: 'PassRole',
      actions: ['iam:PassRole'],
      resources: [executionRoleArn],
      conditions: { StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } },
    },
    {
      sid: 'Make',
      actions: [...sagemaker('Create*Job*'), ...each('Create', ...things)],
      resources: everything,
      conditions: making(tag),
    },
    {
      sid: 'TagNew',
      actions: sagemaker('AddTags'),
      resources: everything,
      conditions: {
        ...making(tag),
        Null: { ...nobodyElses(tag).Null, 'sagemaker:TaggingAction': 'false' },
      },
    },
    {
      sid: 'Own',
      actions: sagemaker(
        ...['AddTags', 'Delete*', 'Update*', 'Start*', 'Stop*'],
        ...['RetryPipelineExecution', 'SendPipelineExecutionStep*', 'InvokeEndpoint*', 'PutRecord'],
        ...['AssociateTrialComponent', 'DisassociateTrialComponent', 'PutModelPackageGroupPolicy'],
        // These take no tags at creation. A version of a model is one of its group, and has the tags of that:
        // https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateModelPackage.html
        ...['CreateModelPackage', 'CreatePresignedNotebookInstanceUrl'],
      ),
      // Domains and profiles are the platform's, whatever their tags; apps and spaces belong to profiles.
      notResources: ['domain', 'user-profile', 'app', 'space'].map(
        (kind) => `arn:${facts.location.partition}:sagemaker:*:*:${kind}/*`,
      ),
      conditions: theirs(tag),
    },
    grantToService(keyArn),
  ];
}

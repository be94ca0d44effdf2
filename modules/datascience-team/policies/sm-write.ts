import { grantToService } from '../../../core/aws/key-statements';
import type { PolicyStatement } from '../../../core/aws/policy';
import { each, sagemaker, sagemakerArns, type TeamFacts } from './facts';

/** To make, change and delete what data scientists make in SageMaker. */
export function smWrite(facts: TeamFacts): readonly PolicyStatement[] {
  const { executionRoleArn, keyArn } = facts;
  const on = (...resources: readonly string[]): Pick<PolicyStatement, 'resources'> => ({
    resources: sagemakerArns(facts, ...resources),
  });
  return [
    {
      sid: 'PassRole',
      actions: ['iam:PassRole'],
      resources: [executionRoleArn],
      conditions: { StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } },
    },
    {
      sid: 'Jobs',
      actions: sagemaker(
        'Create*Job',
        'Create*JobDefinition',
        'Delete*JobDefinition',
        'Update*Job',
        'Stop*Job',
      ),
      // Each kind of job has a kind of ARN.
      ...on('*job/*', '*job-definition/*'),
    },
    {
      sid: 'Schedules',
      actions: each('Create Update Delete', 'MonitoringSchedule'),
      ...on('monitoring-schedule/*'),
    },
    { sid: 'ModelCards', actions: each('Create Update Delete', 'ModelCard'), ...on('model-card/*') },
    {
      sid: 'Pipelines',
      actions: [
        ...each('Create Update Delete', 'Pipeline'),
        ...each('Start Stop Retry Update', 'PipelineExecution'),
        ...sagemaker('SendPipelineExecutionStepSuccess', 'SendPipelineExecutionStepFailure'),
      ],
      ...on('pipeline/*'),
    },
    { sid: 'Models', actions: each('Create Delete', 'Model'), ...on('model/*') },
    {
      sid: 'ModelPackages',
      actions: [
        ...each('Create Update Delete BatchDescribe', 'ModelPackage'),
        ...each('Create Delete', 'ModelPackageGroup'),
        ...each('Put Delete', 'ModelPackageGroupPolicy'),
      ],
      ...on('model-package/*', 'model-package-group/*'),
    },
    { sid: 'Projects', actions: each('Create Update Delete', 'Project'), ...on('project/*') },
    grantToService(keyArn),
    {
      sid: 'Endpoints',
      actions: [
        ...each('Create Update Delete', 'Endpoint'),
        ...each('Create Delete', 'EndpointConfig'),
        ...sagemaker('UpdateEndpointWeightsAndCapacities', 'InvokeEndpoint', 'InvokeEndpointAsync'),
      ],
      ...on('endpoint/*', 'endpoint-config/*'),
    },
    {
      sid: 'Experiments',
      actions: [
        ...each('Create Update Delete', 'Experiment'),
        ...each('Create Update Delete', 'Trial'),
        ...each('Create Update Delete Associate Disassociate', 'TrialComponent'),
      ],
      // Experiments, their trials and the components of those.
      ...on('experiment*'),
    },
    {
      sid: 'Notebooks',
      actions: [
        ...each('Create Update Delete Start Stop', 'NotebookInstance'),
        ...sagemaker('CreatePresignedNotebookInstanceUrl'),
      ],
      ...on('notebook-instance/*'),
    },
    {
      sid: 'NotebookScripts',
      actions: each('Create Update Delete', 'NotebookInstanceLifecycleConfig'),
      ...on('notebook-instance-lifecycle-config/*'),
    },
  ];
}

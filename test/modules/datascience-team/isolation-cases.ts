import type { ContextValues } from '../../../aws/iam/evaluate/context';
import { physical, sagemakerArn } from './access';
import { prefix, safe, tagged, tagging, tagOf, type Team } from './teams';

/** Something that each team may do with what is its own, and no other team may. */
export interface Kind {
  readonly name: string;
  readonly action: string;
  readonly resource: (owner: Team) => string;
  readonly context?: (owner: Team) => ContextValues;
  readonly roles?: readonly string[];
  /** Only teams with a Studio domain have it. */
  readonly studioOnly?: boolean;
  /** What other policies allow. */
  readonly besides?: readonly object[];
}

/** Something that carries the tag of its team. */
const own = (action: string, resource: string): Kind => ({
  name: `${action} ${resource}`,
  action: `sagemaker:${action}`,
  resource: () => sagemakerArn(resource),
  context: tagged,
});

const inDomain = (action: string, resource: string, context: Kind['context'] = () => ({})): Kind => ({
  name: `${action} ${resource}`,
  action: `sagemaker:${action}`,
  resource: (owner) => sagemakerArn(resource.replace('DOMAIN', physical.domainId(owner))),
  context,
  studioOnly: true,
});

const ofProfile = (owner: Team): ContextValues => ({
  'sagemaker:DomainId': physical.domainId(owner),
  'sagemaker:UserProfileName': 'someone',
  'sagemaker:OwnerUserProfileArn': sagemakerArn(`user-profile/${physical.domainId(owner)}/someone`),
  'sagemaker:SpaceSharingType': 'Private',
});

const object = (key: string) => (owner: Team) => `arn:aws:s3:::${prefix(owner)}-minilake-projects/${key}`;

/** All that is asked of each team about each team. */
export const kinds: readonly Kind[] = [
  { name: 'read an object', action: 's3:GetObject', resource: object('projects/a') },
  { name: 'write an object', action: 's3:PutObject', resource: object('projects/a') },
  { name: 'decrypt', action: 'kms:Decrypt', resource: (owner) => physical.keyArn(owner) },
  {
    name: 'query',
    action: 'athena:StartQueryExecution',
    resource: (owner) => `arn:aws:athena:eu-west-1:111111111111:workgroup/${prefix(owner)}-athena`,
  },
  {
    name: 'pass the execution role',
    action: 'iam:PassRole',
    resource: (owner) => physical.roleArn(`${owner}execution`),
    context: () => ({ 'iam:PassedToService': 'sagemaker.amazonaws.com' }),
  },
  {
    name: 'train in the name of the team',
    action: 'sagemaker:CreateTrainingJob',
    resource: () => sagemakerArn('training-job/new'),
    context: (owner) => ({ ...tagging(owner), ...safe(owner) }),
  },
  {
    name: 'tag a new job',
    action: 'sagemaker:AddTags',
    resource: () => sagemakerArn('training-job/new'),
    context: (owner) => ({ ...tagging(owner), 'sagemaker:TaggingAction': 'CreateTrainingJob' }),
  },
  ...['training', 'processing', 'transform', 'automl', 'compilation'].flatMap((kind) => {
    const action = kind === 'automl' ? 'AutoML' : `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;
    return [own(`Stop${action}Job`, `${kind}-job/a`), own(`Describe${action}Job`, `${kind}-job/a`)];
  }),
  ...['Describe', 'Delete'].flatMap((verb) => [
    own(`${verb}Model`, 'model/a'),
    own(`${verb}Endpoint`, 'endpoint/a'),
    own(`${verb}EndpointConfig`, 'endpoint-config/a'),
    own(`${verb}Pipeline`, 'pipeline/a'),
    own(`${verb}Experiment`, 'experiment/a'),
    own(`${verb}Trial`, 'experiment-trial/a'),
    own(`${verb}FeatureGroup`, 'feature-group/a'),
    own(`${verb}NotebookInstance`, 'notebook-instance/a'),
    own(`${verb}ModelPackage`, 'model-package/a/1'),
    own(`${verb}ModelPackageGroup`, 'model-package-group/a'),
  ]),
  own('InvokeEndpoint', 'endpoint/a'),
  own('UpdateEndpoint', 'endpoint/a'),
  own('UpdateEndpoint', 'endpoint-config/a'),
  own('UpdatePipeline', 'pipeline/a'),
  own('StartPipelineExecution', 'pipeline/a'),
  own('StopPipelineExecution', 'pipeline/a/execution/1'),
  own('GetRecord', 'feature-group/a'),
  own('BatchGetRecord', 'feature-group/a'),
  own('PutRecord', 'feature-group/a'),
  own('ListRecords', 'feature-group/a'),
  own('ListTags', 'training-job/a'),
  own('CreatePresignedNotebookInstanceUrl', 'notebook-instance/a'),
  own('PutModelPackageGroupPolicy', 'model-package-group/a'),
  own('CreateModelPackage', 'model-package/a/2'),
  own('AddTags', 'training-job/a'),
  own('DeleteTags', 'training-job/a'),
  inDomain('DescribeDomain', 'domain/DOMAIN'),
  inDomain('DescribeUserProfile', 'user-profile/DOMAIN/someone'),
  inDomain('DescribeApp', 'app/DOMAIN/space/JupyterLab/default'),
  inDomain('DescribeSpace', 'space/DOMAIN/space'),
  ...[
    inDomain('CreateApp', 'app/DOMAIN/space/JupyterLab/default', ofProfile),
    inDomain('DeleteApp', 'app/DOMAIN/space/JupyterLab/default', ofProfile),
    inDomain('UpdateSpace', 'space/DOMAIN/space', ofProfile),
    inDomain('DeleteSpace', 'space/DOMAIN/space', ofProfile),
  ].map((kind) => ({ ...kind, roles: ['execution'] })),
  {
    ...inDomain('CreatePresignedDomainUrl', 'user-profile/DOMAIN/someone', (owner) => ({
      'sagemaker:ResourceTag/userid': `${physical.roleId(`${owner}user`)}:someone`,
    })),
    roles: ['user'],
    besides: [{ Effect: 'Allow', Action: 'sagemaker:CreatePresignedDomainUrl', Resource: '*' }],
  },
  {
    name: 'read the logs of apps',
    action: 'logs:GetLogEvents',
    resource: (owner) =>
      `arn:aws:logs:eu-west-1:111111111111:log-group:/aws/sagemaker/studio:log-stream:${physical.domainId(owner)}/a/b/c`,
    studioOnly: true,
  },
  {
    name: 'open the tracking server',
    action: 'sagemaker:CreatePresignedMlflowTrackingServerUrl',
    resource: (owner) => sagemakerArn(`mlflow-tracking-server/${prefix(owner)}-mlflow-tracking`),
  },
  {
    name: 'work on the tracking server',
    action: 'sagemaker-mlflow:SearchRuns',
    resource: (owner) => sagemakerArn(`mlflow-tracking-server/${prefix(owner)}-mlflow-tracking`),
  },
  {
    name: 'search what is visible',
    action: 'sagemaker:Search',
    resource: () => '*',
    context: (owner) => {
      const [key, value] = tagOf(owner);
      return { [`sagemaker:SearchVisibilityCondition/Tags.${key}`]: value };
    },
  },
];

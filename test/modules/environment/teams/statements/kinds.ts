import type { ContextValues } from '../../../../../aws/iam/evaluate/context';
import type { Permission } from '../../../../../modules/environment/permissions';
import { arn } from './ask';

/** Something that a team makes and then has. */
export interface Kind {
  readonly create: string;
  /** How it is tagged, also while it is made; undefined where AWS has no such action. */
  readonly tag: string | undefined;
  readonly manage: readonly string[];
  /** The ARN of something of this name. */
  readonly named: (name: string) => string;
  /** AWS asks for no name when it is made. */
  readonly unnamed?: boolean;
  readonly permission?: Permission;
  /** What a request says while it tags something new. */
  readonly whileMade?: ContextValues;
}

const named = (service: string, kind: string) => (name: string) => arn(service, `${kind}${name}`);
const glue = { tag: 'glue:TagResource' };
const sagemaker = {
  tag: 'sagemaker:AddTags',
  whileMade: { 'sagemaker:TaggingAction': 'CreateSomething' },
};
const notebook = { ...sagemaker, permission: 'CREATE_NOTEBOOK' } as const;
const brew = { tag: 'databrew:TagResource', unnamed: true, permission: 'CREATE_DATASET' } as const;
const shown = { tag: 'quicksight:TagResource', permission: 'CREATE_DASHBOARD' } as const;
const pipeline = { permission: 'CREATE_PIPELINE' } as const;

export const kinds: readonly Kind[] = [
  {
    create: 'ssm:PutParameter',
    tag: 'ssm:AddTagsToResource',
    manage: ['ssm:PutParameter', 'ssm:GetParameter', 'ssm:DeleteParameter'],
    named: named('ssm', 'parameter/'),
  },
  {
    create: 'secretsmanager:CreateSecret',
    tag: 'secretsmanager:TagResource',
    manage: ['secretsmanager:GetSecretValue', 'secretsmanager:PutSecretValue', 'secretsmanager:DeleteSecret'],
    named: named('secretsmanager', 'secret:'),
  },
  {
    create: 'sqs:CreateQueue',
    tag: 'sqs:TagQueue',
    manage: ['sqs:SendMessage', 'sqs:ReceiveMessage', 'sqs:DeleteQueue'],
    named: named('sqs', ''),
  },
  {
    create: 'cloudformation:CreateStack',
    tag: 'cloudformation:TagResource',
    manage: [
      'cloudformation:DeleteStack',
      'cloudformation:DescribeStacks',
      'cloudformation:ExecuteChangeSet',
    ],
    named: (name) => arn('cloudformation', `stack/${name}/1`),
  },
  {
    ...glue,
    create: 'glue:CreateDatabase',
    manage: ['glue:CreateTable', 'glue:UpdateDatabase', 'glue:DeleteDatabase'],
    named: (name) => arn('glue', `database/${name.replaceAll('-', '_')}`),
  },
  {
    ...glue,
    create: 'glue:CreateJob',
    manage: ['glue:StartJobRun', 'glue:GetJob'],
    named: named('glue', 'job/'),
  },
  {
    ...glue,
    create: 'glue:CreateCrawler',
    manage: ['glue:StartCrawler', 'glue:UpdateCrawler', 'glue:DeleteCrawler'],
    named: named('glue', 'crawler/'),
    unnamed: true,
  },
  {
    ...glue,
    create: 'glue:CreateConnection',
    manage: ['glue:GetConnection', 'glue:DeleteConnection'],
    named: named('glue', 'connection/'),
  },
  { ...glue, create: 'glue:CreateTrigger', manage: ['glue:StartTrigger'], named: named('glue', 'trigger/') },
  {
    ...brew,
    create: 'databrew:CreateDataset',
    manage: ['databrew:UpdateDataset', 'databrew:DeleteDataset'],
    named: named('databrew', 'dataset/'),
  },
  {
    ...brew,
    create: 'databrew:CreateRecipeJob',
    manage: ['databrew:StartJobRun', 'databrew:DescribeJob'],
    named: named('databrew', 'job/'),
  },
  {
    ...notebook,
    create: 'sagemaker:CreateNotebookInstance',
    manage: ['sagemaker:StartNotebookInstance', 'sagemaker:CreatePresignedNotebookInstanceUrl'],
    named: named('sagemaker', 'notebook-instance/'),
  },
  {
    ...notebook,
    create: 'sagemaker:CreateTrainingJob',
    manage: ['sagemaker:StopTrainingJob', 'sagemaker:DescribeTrainingJob'],
    named: named('sagemaker', 'training-job/'),
  },
  {
    ...sagemaker,
    permission: 'CREATE_SGMSTUDIO_USER',
    create: 'sagemaker:CreateEndpoint',
    manage: ['sagemaker:InvokeEndpoint', 'sagemaker:DeleteEndpoint', 'sagemaker:UpdateEndpoint'],
    named: named('sagemaker', 'endpoint/'),
  },
  {
    ...shown,
    create: 'quicksight:CreateDashboard',
    manage: ['quicksight:UpdateDashboard', 'quicksight:DescribeDashboard', 'quicksight:DeleteDashboard'],
    named: named('quicksight', 'dashboard/'),
  },
  {
    ...shown,
    create: 'quicksight:CreateDataSource',
    manage: ['quicksight:PassDataSource', 'quicksight:DeleteDataSource'],
    named: named('quicksight', 'datasource/'),
    unnamed: true,
  },
  {
    ...pipeline,
    create: 'codecommit:CreateRepository',
    tag: 'codecommit:TagResource',
    manage: ['codecommit:GitPull', 'codecommit:GitPush', 'codecommit:DeleteRepository'],
    named: named('codecommit', ''),
  },
  {
    ...pipeline,
    create: 'codepipeline:CreatePipeline',
    tag: 'codepipeline:TagResource',
    manage: ['codepipeline:StartPipelineExecution', 'codepipeline:UpdatePipeline'],
    named: named('codepipeline', ''),
  },
  {
    ...pipeline,
    create: 'codebuild:CreateProject',
    tag: undefined,
    manage: ['codebuild:StartBuild', 'codebuild:DeleteProject'],
    named: named('codebuild', 'project/'),
  },
  {
    ...pipeline,
    create: 'lambda:CreateFunction',
    tag: 'lambda:TagResource',
    manage: ['lambda:InvokeFunction', 'lambda:UpdateFunctionCode', 'lambda:DeleteFunction'],
    named: named('lambda', 'function:'),
  },
  {
    ...pipeline,
    create: 'states:CreateStateMachine',
    tag: 'states:TagResource',
    manage: ['states:StartExecution', 'states:UpdateStateMachine', 'states:DeleteStateMachine'],
    named: named('states', 'stateMachine:'),
  },
];

import { bucketArn } from '../../../../../core/aws/location';
import type { PolicyStatement } from '../../../../../aws/iam/statement';
import type { TeamFacts } from '../facts';
import { making, of, owned, prefixed } from '../scope';

/** Pipelines with their stages and actions, whose ARNs begin with the pipeline's, and the bucket of their artifacts. */
export function codepipeline(facts: TeamFacts): readonly PolicyStatement[] {
  const resources = prefixed(facts, 'codepipeline', '', 'webhook:');
  return [
    {
      sid: 'CodePipelineList',
      actions: of('codepipeline', 'GetActionType', 'ListActionTypes', 'ListPipelines', 'ListRuleTypes'),
      resources: ['*'],
    },
    {
      sid: 'CodePipelineJobs',
      actions: of('codepipeline', 'PutJobFailureResult', 'PutJobSuccessResult'),
      resources: ['*'],
    },
    {
      sid: 'CodePipelineMake',
      actions: of('codepipeline', 'CreatePipeline', 'PutWebhook', 'TagResource'),
      resources,
      conditions: making(facts),
    },
    {
      sid: 'CodePipelineOwn',
      actions: of(
        'codepipeline',
        // None of the verbs with a star takes tags off.
        ...['Delete*', 'DeregisterWebhook*', 'DisableStage*', 'EnableStage*', 'Get*', 'List*', 'Override*'],
        ...['PutActionRevision', 'PutApprovalResult', 'RegisterWebhook*', 'Retry*', 'Rollback*', 'Start*'],
        ...['Stop*', 'UpdatePipeline'],
      ),
      resources,
      conditions: owned(facts),
    },
    ...artifacts(facts),
  ];
}

/** The bucket of the account and region, where an artifact lies below the name of its pipeline. */
function artifacts({ location, prefixes }: TeamFacts): readonly PolicyStatement[] {
  const arn = bucketArn(location, `codepipeline-${location.region}-${location.account}`);
  const keys = prefixes.map((prefix) => `${prefix}-*`);
  return [
    {
      sid: 'CodePipelineBucket',
      actions: of('s3', 'CreateBucket', 'GetBucketLocation'),
      resources: [arn],
    },
    {
      sid: 'CodePipelineArtifactsList',
      actions: ['s3:ListBucket'],
      resources: [arn],
      conditions: { StringLike: { 's3:prefix': keys } },
    },
    {
      sid: 'CodePipelineArtifacts',
      actions: of('s3', 'DeleteObject', 'GetObject', 'PutObject'),
      resources: keys.map((key) => `${arn}/${key}`),
    },
  ];
}

import { policyVariable, type PolicyStatement } from '../../../core/aws/policy';
import { each, sagemaker, type TeamFacts } from './facts';

// Kinds of jobs that do not know a setting are refused as well.
const jobs = sagemaker('Create*Job*');
const schedules = each('Create Update', 'MonitoringSchedule');
const notebook = sagemaker('CreateNotebookInstance');

/** What the roles of a team are refused, whatever other policies they have. */
export function guardrail({ location, keyArn }: TeamFacts): readonly PolicyStatement[] {
  const inVpc = [...jobs, ...schedules, ...notebook, ...sagemaker('CreateModel')];
  return [
    refuse('VolumeKey', [...sagemaker('CreateEndpointConfig'), ...schedules, ...notebook, ...jobs], {
      StringNotEquals: { 'sagemaker:VolumeKmsKey': keyArn },
    }),
    refuse('OutputKey', [...schedules, ...jobs], { StringNotEquals: { 'sagemaker:OutputKmsKey': keyArn } }),
    refuse('TrafficUnsaid', [...schedules, ...jobs], {
      Null: { 'sagemaker:InterContainerTrafficEncryption': 'true' },
    }),
    refuse('TrafficInClear', [...schedules, ...jobs], {
      Bool: { 'sagemaker:InterContainerTrafficEncryption': 'false' },
    }),
    refuse('NoSubnets', inVpc, { Null: { 'sagemaker:VpcSubnets': 'true' } }),
    refuse('NoSecurityGroups', inVpc, { Null: { 'sagemaker:VpcSecurityGroupIds': 'true' } }),
    refuse('InternetUnsaid', notebook, { Null: { 'sagemaker:DirectInternetAccess': 'true' } }),
    refuse('Internet', notebook, { StringNotEquals: { 'sagemaker:DirectInternetAccess': 'Disabled' } }),
    refuse('OtherProfiles', sagemaker('CreatePresignedDomainUrl'), {
      StringNotEquals: { 'sagemaker:ResourceTag/userid': policyVariable('aws:userid') },
    }),
    {
      // The tag decides who launches a profile. Tag keys of a request keep their case, those of resources do not.
      ...refuse('ProfileOwner', sagemaker('AddTags', 'DeleteTags'), {
        'ForAnyValue:StringEqualsIgnoreCase': { 'aws:TagKeys': 'userid' },
      }),
      resources: [`arn:${location.partition}:sagemaker:*:*:user-profile/*`],
    },
  ];
}

function refuse(
  sid: string,
  actions: readonly string[],
  conditions: NonNullable<PolicyStatement['conditions']>,
): PolicyStatement {
  // What is refused is refused everywhere.
  return { sid, effect: 'Deny', actions, resources: ['*'], conditions };
}

import { policyVariable, type Conditions, type PolicyStatement } from '../../../aws/iam/statement';
import { sagemaker, type TeamFacts } from './facts';
import { otherwiseEncrypted } from './feature-groups';
import { encryptedWith } from './key-conditions';
import { teamTag, teamTagKeys } from './team-tag';

// Kinds of jobs that do not know a setting are refused as well.
const jobs = sagemaker('Create*Job*');
const schedules = sagemaker('CreateMonitoringSchedule', 'UpdateMonitoringSchedule');
const notebook = sagemaker('CreateNotebookInstance');

/** What the roles of a team are refused, whatever other policies they have. */
export function guardrail(facts: TeamFacts): readonly PolicyStatement[] {
  const { keyArn } = facts;
  const inVpc = [...jobs, ...schedules, ...notebook, ...sagemaker('CreateModel')];
  const volumes = [...sagemaker('CreateEndpointConfig'), ...schedules, ...notebook, ...jobs];
  const featureGroup = otherwiseEncrypted(keyArn);
  return [
    refuse('VolumeKey', volumes, { StringNotEquals: encryptedWith('VolumeKmsKey', keyArn) }),
    refuse('OutputKey', [...schedules, ...jobs], { StringNotEquals: encryptedWith('OutputKmsKey', keyArn) }),
    refuse('OnlineKey', sagemaker('CreateFeatureGroup'), featureGroup.online),
    refuse('OfflineKey', sagemaker('CreateFeatureGroup'), featureGroup.offline),
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
    ...owners(facts),
    ...teams(facts),
  ];
}

/** Profiles are launched by those whom their tag names: so nobody of the team may set that. */
function owners({ location }: TeamFacts): readonly PolicyStatement[] {
  return [
    refuse('OtherProfiles', sagemaker('CreatePresignedDomainUrl'), {
      StringNotEquals: { 'sagemaker:ResourceTag/userid': policyVariable('aws:userid') },
    }),
    {
      // Tag keys of a request keep their case, those of resources do not.
      ...refuse('ProfileOwner', sagemaker('AddTags', 'DeleteTags'), {
        'ForAnyValue:StringEqualsIgnoreCase': { 'aws:TagKeys': 'userid' },
      }),
      resources: [`arn:${location.partition}:sagemaker:*:*:user-profile/*`],
    },
  ];
}

/** Nothing loses the team's tag, or gets another team's. */
function teams(facts: TeamFacts): readonly PolicyStatement[] {
  const { key, value, otherKey } = teamTag(facts);
  const tagging = sagemaker('AddTags', 'Create*', 'Update*');
  return [
    refuse('OtherTeam', tagging, {
      Null: { [`aws:RequestTag/${key}`]: 'false' },
      StringNotEquals: { [`aws:RequestTag/${key}`]: value },
    }),
    refuse('OtherKindOfTeam', tagging, { Null: { [`aws:RequestTag/${otherKey}`]: 'false' } }),
    refuse('NoTeam', sagemaker('DeleteTags'), {
      'ForAnyValue:StringEqualsIgnoreCase': { 'aws:TagKeys': teamTagKeys },
    }),
  ];
}

function refuse(sid: string, actions: readonly string[], conditions: Conditions): PolicyStatement {
  // What is refused is refused everywhere.
  return { sid, effect: 'Deny', actions, resources: ['*'], conditions };
}

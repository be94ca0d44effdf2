import type { PolicyStatement } from '../../../core/aws/policy';
import { each, sagemaker, sagemakerArns, type TeamFacts } from './facts';

const onlineKey = 'sagemaker:FeatureGroupOnlineStoreKmsKey';
const offlineKey = 'sagemaker:FeatureGroupOfflineStoreKmsKey';
const offlineUri = 'sagemaker:FeatureGroupOfflineStoreS3Uri';

/** To keep features, in stores that the team's key encrypts and in the team's bucket only. */
export function featureGroups(facts: TeamFacts): readonly PolicyStatement[] {
  const { keyArn, bucketName } = facts;
  const resources = sagemakerArns(facts, 'feature-group/*');
  const actions = each('Create', 'FeatureGroup');
  const uri = { [offlineUri]: `s3://${bucketName}/*` };
  return [
    {
      sid: 'Features',
      actions: [
        ...each('Put Delete', 'Record'),
        ...each('Update Delete', 'FeatureGroup'),
        ...sagemaker('UpdateFeatureMetadata'),
      ],
      resources,
    },
    // With an online store, whether it has an offline one or not.
    {
      sid: 'OnlineFeatures',
      actions,
      resources,
      conditions: {
        StringEquals: { [onlineKey]: keyArn },
        StringEqualsIfExists: { [offlineKey]: keyArn },
        StringLikeIfExists: uri,
      },
    },
    // With an offline store, whether it has an online one or not.
    {
      sid: 'OfflineFeatures',
      actions,
      resources,
      conditions: {
        StringEquals: { [offlineKey]: keyArn },
        StringEqualsIfExists: { [onlineKey]: keyArn },
        StringLike: uri,
      },
    },
  ];
}

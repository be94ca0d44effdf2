import type { Conditions, PolicyStatement } from '../../../aws/iam/statement';
import { sagemaker, sagemakerArns, type TeamFacts } from './facts';
import { encryptedWith } from './key-conditions';
import { making, teamTag } from './team-tag';

const onlineKey = 'FeatureGroupOnlineStoreKmsKey';
const offlineKey = 'FeatureGroupOfflineStoreKmsKey';

/** To keep features, in stores that the team's key encrypts and in the team's bucket only. */
export function featureGroups(facts: TeamFacts): readonly PolicyStatement[] {
  const { keyArn, bucketName } = facts;
  const { StringEqualsIfExists, ...conditions } = making(teamTag(facts));
  return [
    {
      sid: 'MakeFeatures',
      actions: sagemaker('CreateFeatureGroup'),
      resources: sagemakerArns(facts, 'feature-group/*'),
      conditions: {
        ...conditions,
        // A group may have one of the stores only; the guardrail refuses a store that names no key.
        StringEqualsIfExists: {
          ...StringEqualsIfExists,
          ...encryptedWith(onlineKey, keyArn),
          ...encryptedWith(offlineKey, keyArn),
        },
        StringLikeIfExists: { 'sagemaker:FeatureGroupOfflineStoreS3Uri': `s3://${bucketName}/*` },
      },
    },
  ];
}

/** Requests for a store with another key than the team's, or none. */
export function otherwiseEncrypted(keyArn: string): Readonly<Record<'online' | 'offline', Conditions>> {
  return {
    online: {
      Bool: { 'sagemaker:FeatureGroupEnableOnlineStore': 'true' },
      StringNotEquals: encryptedWith(onlineKey, keyArn),
    },
    offline: {
      Null: { 'sagemaker:FeatureGroupOfflineStoreConfig': 'false' },
      StringNotEquals: encryptedWith(offlineKey, keyArn),
    },
  };
}

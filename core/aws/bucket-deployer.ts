import { objectActions } from './actions';
import type { BucketAccess } from './bucket-access';
import { objectsBelow } from './location';
import type { PolicyStatement } from '../../aws/iam/statement';

/** The deploying identity writes and reads what Terraform itself puts into the bucket; a plan only reads it. */
export function assetStatements(access: BucketAccess): readonly PolicyStatement[] {
  const { deployer, planner } = access.identities;
  const resources = access.deployerPrefixes.map((prefix) => `${access.bucketArn}${objectsBelow(prefix)}`);
  return [
    {
      sid: 'DeployerAssets',
      actions: ['s3:GetObject*', 's3:PutObject*', 's3:DeleteObject*', 's3:AbortMultipartUpload'],
      resources,
      principals: { AWS: [deployer] },
    },
    {
      sid: 'PlannerAssets',
      actions: objectActions.read,
      resources,
      principals: { AWS: planner === undefined ? [] : [planner] },
    },
  ];
}

/** Where data may be lost, the deploying identity may empty the bucket, but still not read it. */
export function emptying(access: BucketAccess): PolicyStatement {
  return {
    sid: 'DeployerEmpties',
    actions: ['s3:ListBucket', 's3:ListBucketVersions', 's3:DeleteObject', 's3:DeleteObjectVersion'],
    resources: [access.bucketArn, `${access.bucketArn}/*`],
    principals: { AWS: [access.identities.deployer] },
  };
}

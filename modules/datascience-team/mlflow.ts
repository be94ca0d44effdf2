import { IamRolePolicy, SagemakerMlflowTrackingServer } from '../../core/provider/aws';
import { kmsUse } from '../../core/aws/actions';
import type { DataBucket } from '../../core/aws/bucket-access';
import type { StudioDomain } from '../../core/aws/studio/domain';
import type { EncryptionKey } from '../../core/aws/key';
import { arnOf, bucketArn, objectsBelow, plainPrefix } from '../../core/aws/location';
import type { PolicyStatement } from '../../aws/iam/statement';
import { serviceRole } from '../../core/aws/role';
import { trustInService } from '../../core/aws/trust';
import type { ModuleScope, Role } from '../../core/module/scope';
import type { TeamConfig } from './config';
import { teamNames } from './names';
import { nobodyElses, teamTag } from './policies/team-tag';

/** The role of the tracking server, if there is to be one. */
export function trackingRole(scope: ModuleScope, config: TeamConfig): Role | undefined {
  if (config.mlflow?.enabled !== true) return undefined;
  return serviceRole(scope, 'mlflow', {
    name: teamNames(scope.names, config).mlflowRole,
    // Without a source account: MLflow is not among the features for which SageMaker is documented to send it.
    // https://docs.aws.amazon.com/sagemaker/latest/dg/security-confused-deputy-prevention.html
    trust: [trustInService('sagemaker.amazonaws.com')],
    publishAt: 'role/mlflow',
  });
}

/** The tracking server of the team, whose artifacts lie in the team's bucket. */
export function trackingServer(
  scope: ModuleScope,
  config: TeamConfig,
  parts: {
    readonly role: Role | undefined;
    readonly key: EncryptionKey;
    readonly bucket: DataBucket;
    readonly domain: StudioDomain | undefined;
  },
): void {
  const { role, key, bucket, domain } = parts;
  const { mlflow } = config;
  if (!mlflow || !role) return;
  const policy = scope.add(IamRolePolicy, 'mlflow', {
    name: 'artifacts',
    role: role.name,
    policy: scope.policy([...artifacts(scope, config, key), ...registration(scope, config, domain)]),
  });
  const server = scope.add(
    SagemakerMlflowTrackingServer,
    'mlflow',
    {
      trackingServerName: teamNames(scope.names, config).mlflowServer,
      artifactStoreUri: `s3://${bucket.name}/${plainPrefix(mlflow.artifactStorePrefix)}`,
      automaticModelRegistration: mlflow.automaticModelRegistration,
      roleArn: role.arn,
      trackingServerSize: mlflow.serverSize,
      ...(mlflow.serverVersion !== undefined && { mlflowVersion: mlflow.serverVersion }),
      // The provider reads 2.13.2 back as 2.13, and would replace the server, with all runs, on every plan.
      lifecycle: { ignoreChanges: ['mlflow_version'] },
      dependsOn: [policy],
    },
    { protect: true },
  );
  scope.publish('mlflow/tracking-server/name', server.trackingServerName);
  scope.publish('mlflow/tracking-server/arn', server.arn);
}

function artifacts(scope: ModuleScope, config: TeamConfig, key: EncryptionKey): readonly PolicyStatement[] {
  const prefix = config.mlflow?.artifactStorePrefix ?? '';
  const bucket = bucketArn(scope, teamNames(scope.names, config).bucket);
  return [
    {
      sid: 'Artifacts',
      actions: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'],
      resources: [`${bucket}${objectsBelow(prefix)}`],
    },
    { sid: 'Bucket', actions: ['s3:ListBucket', 's3:GetBucketLocation'], resources: [bucket] },
    { sid: 'Key', actions: [...kmsUse, 'kms:DescribeKey'], resources: [key.arn] },
  ];
}

/** Not in what carries the tag of another team. What the server registers carries none: it knows of no tags. */
function registration(
  scope: ModuleScope,
  { mlflow }: TeamConfig,
  domain: StudioDomain | undefined,
): readonly PolicyStatement[] {
  if (mlflow?.automaticModelRegistration !== true) return [];
  const things = ['CreateModelPackage', 'CreateModelPackageGroup', 'UpdateModelPackage'];
  const resources = ['model-package/*', 'model-package-group/*'].map((name) =>
    arnOf(scope, 'sagemaker', name),
  );
  const conditions = nobodyElses(teamTag({ domain, names: scope.names }));
  return [
    {
      sid: 'Registration',
      actions: [...things, 'DescribeModelPackageGroup'].map((action) => `sagemaker:${action}`),
      resources,
      conditions,
    },
    {
      sid: 'TagRegistered',
      actions: ['sagemaker:AddTags'],
      resources,
      conditions: { StringEquals: { 'sagemaker:TaggingAction': things } },
    },
  ];
}

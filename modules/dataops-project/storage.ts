import { dataBucket } from '../../core/aws/bucket';
import type { DataBucket } from '../../core/aws/bucket-access';
import { encryptionKey, type EncryptionKey } from '../../core/aws/key';
import { eventsToTopics, logGroupsUse, queuesUse } from '../../core/aws/key-statements';
import type { ModuleScope } from '../../core/module/scope';
import type { DataopsProjectConfig } from './config';
import { projectNames } from './names';
import { all, type People } from './people';
import { projectPaths } from './published';

/** The key of the project. */
export function projectKey(scope: ModuleScope, who: People): EncryptionKey {
  const key = encryptionKey(scope, 'cmk', {
    alias: projectNames(scope.names).keyAlias,
    users: all(who),
    admins: who.admins,
    statements: [logGroupsUse(scope), queuesUse(scope), eventsToTopics(scope)],
    publishAt: 'kms/cmk',
  });
  scope.publish(projectPaths.key, key.arn, { preserveCase: true });
  return key;
}

/** The bucket of the project, which nobody but the project's people reach. */
export function projectBucket(
  scope: ModuleScope,
  config: DataopsProjectConfig,
  key: EncryptionKey,
  who: People,
): DataBucket {
  const { admins, engineers, executors, lakeFormation } = who;
  const bucket = dataBucket(scope, 'bucket', {
    name: projectNames(scope.names).bucket,
    encryptionKey: key,
    ...(config.s3OutputKmsKeyArn && { extraKeyArns: [scope.value(config.s3OutputKmsKeyArn)] }),
    prefixAccess: [
      { prefix: '/', level: 'read', roles: engineers, from: ['dataEngineerRoles'] },
      { prefix: '/', level: 'super', roles: admins, from: ['dataAdminRoles'] },
      { prefix: '/athena-results', level: 'readwrite', roles: engineers, from: ['dataEngineerRoles'] },
      { prefix: '/deployment', level: 'read', roles: executors, from: ['projectExecutionRoles'] },
      { prefix: '/data', level: 'readwrite', roles: [...engineers, ...executors, lakeFormation] },
      { prefix: '/temp', level: 'readwrite', roles: executors, from: ['projectExecutionRoles'] },
    ],
    listRoles: all(who),
    defaultDeny: {},
    // Scripts and libraries of jobs are objects that Terraform writes.
    deployerPrefixes: ['deployment'],
    publishAt: 'bucket',
  });
  scope.publish(projectPaths.bucket, bucket.name, { preserveCase: true });
  return bucket;
}

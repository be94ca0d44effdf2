import { dataBucket } from '../../core/aws/bucket';
import { encryptionKey } from '../../core/aws/key';
import { managedPolicy } from '../../core/aws/managed-policy';
import { athenaWorkgroup } from '../../core/aws/workgroup';
import { workgroupUsage } from '../../core/aws/workgroup-usage';
import type { ModuleScope } from '../../core/module/scope';
import type { AthenaWorkgroupConfig } from './config';
import { workgroupNames } from './names';

const results = 'athena-results';

/** A workgroup, a bucket with a key of its own for its results, and a policy to query in it. */
export function build(scope: ModuleScope, config: AthenaWorkgroupConfig): void {
  const names = workgroupNames(scope.names, config);
  const admins = config.dataAdminRoles.map((role) => scope.role(role));
  const users = config.athenaUserRoles.map((role) => scope.role(role));
  const key = encryptionKey(scope, 'key', {
    alias: names.key,
    publishAt: 'kms/key',
    users: [...admins, ...users],
    admins,
  });
  const bucket = dataBucket(scope, 'bucket', {
    name: names.bucket,
    encryptionKey: key,
    publishAt: 'bucket',
    prefixAccess: [
      { prefix: '/', level: 'super', roles: admins, from: ['dataAdminRoles'] },
      { prefix: results, level: 'readwrite', roles: users, from: ['athenaUserRoles'] },
    ],
    listRoles: [...admins, ...users],
    defaultDeny: {},
  });
  const workgroup = athenaWorkgroup(scope, 'workgroup', {
    name: names.workgroup,
    outputLocation: `s3://${bucket.name}/${results}/`,
    keyArn: key.arn,
    bytesScannedCutoff: config.workgroupConfiguration.bytesScannedCutoffPerQuery,
  });
  managedPolicy(scope, 'wg-usage', {
    name: names.usagePolicy,
    statements: workgroupUsage(scope, workgroup),
    from: ['athenaUserRoles'],
    attachTo: users,
    publishAt: 'managed-policy/wg-usage',
  });
}

import { dataBucket } from '../../core/aws/bucket';
import type { DataBucket, PrefixAccess } from '../../core/aws/bucket-access';
import { encryptionKey, type EncryptionKey } from '../../core/aws/key';
import { managedPolicy } from '../../core/aws/managed-policy';
import { distinct } from '../../core/aws/principals';
import { athenaWorkgroup } from '../../core/aws/workgroup';
import { workgroupUsage } from '../../core/aws/workgroup-usage';
import type { ModuleScope, Role } from '../../core/module/scope';
import type { AthenaWorkgroupConfig } from './config';
import { ownNames, results, workgroupNames } from './names';

/** Workgroups, a bucket with a key of its own for their results, and policies to query in them. */
export function build(scope: ModuleScope, config: AthenaWorkgroupConfig): void {
  const names = workgroupNames(scope.names, config);
  const admins = config.dataAdminRoles.map((role) => scope.role(role));
  const users = distinct(config.athenaUserRoles.map((role) => scope.role(role)));
  const isolated = config.isolateUserResults ? users : [];
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
      ...userAccess(scope, config, users),
    ],
    listRoles: [...admins, ...users],
    defaultDeny: {},
  });
  const make = workgroupMaker(scope, config, bucket, key);
  const workgroup = make('workgroup', names.workgroup, results);
  const own = isolated.map((role) => ownWorkgroup(scope, config, role, make));
  managedPolicy(scope, 'wg-usage', {
    name: names.usagePolicy,
    statements: workgroupUsage(scope, [workgroup, ...own]),
    ...(config.isolateUserResults
      ? { from: ['dataAdminRoles'], attachTo: admins }
      : { from: ['athenaUserRoles'], attachTo: users }),
    publishAt: 'managed-policy/wg-usage',
  });
}

/** Where users write results: together, or each role for itself. */
function userAccess(
  scope: ModuleScope,
  config: AthenaWorkgroupConfig,
  users: readonly Role[],
): readonly PrefixAccess[] {
  const level = 'readwrite';
  const from = ['athenaUserRoles'];
  if (!config.isolateUserResults) return [{ prefix: results, level, roles: users, from }];
  return users.map((role) => {
    const { results: prefix } = ownNames(scope.names, config, role.key);
    return { prefix, level, roles: [role], from };
  });
}

type MakeWorkgroup = (
  key: string | readonly string[],
  name: string,
  prefix: string,
  publishAt?: string,
) => string;

function workgroupMaker(
  scope: ModuleScope,
  config: AthenaWorkgroupConfig,
  bucket: DataBucket,
  encryption: EncryptionKey,
): MakeWorkgroup {
  return (key, name, prefix, publishAt = 'workgroup') =>
    athenaWorkgroup(scope, key, {
      name,
      outputLocation: `s3://${bucket.name}/${prefix}/`,
      keyArn: encryption.arn,
      bytesScannedCutoff: config.workgroupConfiguration.bytesScannedCutoffPerQuery,
      publishAt,
    });
}

/** The workgroup of one role, and its policy unless none may be attached; returns the workgroup's name. */
function ownWorkgroup(
  scope: ModuleScope,
  config: AthenaWorkgroupConfig,
  role: Role,
  make: MakeWorkgroup,
): string {
  const own = ownNames(scope.names, config, role.key);
  const key = ['user', role.key];
  const workgroup = make(key, own.workgroup, own.results, own.workgroupPath);
  if (!role.immutable) {
    managedPolicy(scope, key, {
      name: own.usagePolicy,
      statements: workgroupUsage(scope, workgroup),
      from: ['athenaUserRoles'],
      attachTo: [role],
      publishAt: own.policyPath,
    });
  }
  return workgroup;
}

import type { DataBucket } from '../../core/aws/bucket-access';
import type { EncryptionKey } from '../../core/aws/key';
import { managedPolicy } from '../../core/aws/managed-policy';
import { athenaWorkgroup } from '../../core/aws/workgroup';
import { workgroupUsage } from '../../core/aws/workgroup-usage';
import type { ModuleScope } from '../../core/module/scope';
import { projectNames } from './names';
import type { People } from './people';

/** The workgroup of the project, for those who may write its results. */
export function projectWorkgroup(
  scope: ModuleScope,
  bucket: DataBucket,
  key: EncryptionKey,
  who: People,
): void {
  const names = projectNames(scope.names);
  const workgroup = athenaWorkgroup(scope, 'workgroup', {
    name: names.workgroup,
    outputLocation: `s3://${bucket.name}/athena-results/`,
    keyArn: key.arn,
  });
  managedPolicy(scope, 'wg-usage', {
    name: names.workgroupUsage,
    statements: workgroupUsage(scope, workgroup),
    attachTo: [...who.admins, ...who.engineers],
    publishAt: 'managed-policy/wg-usage',
  });
}

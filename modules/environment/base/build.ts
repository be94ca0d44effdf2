import { Cloudtrail, S3BucketLoggingA } from '../../../core/provider/aws';
import { dataBucket } from '../../../core/aws/bucket';
import type { DataBucket } from '../../../core/aws/bucket-access';
import { encryptionKey, type EncryptionKey } from '../../../core/aws/key';
import { logGroupsUse, trailsEncrypt } from '../../../core/aws/key-statements';
import {
  lakeFormationSettings,
  type Administrator,
} from '../../../core/aws/lake-formation-settings/settings';
import { athenaWorkgroup } from '../../../core/aws/workgroup';
import type { ModuleScope, Role } from '../../../core/module/scope';
import type { EnvironmentFacts } from '../facts';
import { resultsPrefix } from '../teams/statements/bucket';
import { mayMakeVpc, studioNames } from '../studio/facts';
import { dataLifecycle } from './lifecycle';
import { logBucket } from './log-bucket';

/** What everything else of an environment stands on. */
export interface Base {
  readonly key: EncryptionKey;
  readonly bucket: DataBucket;
  /** Name of the bucket for access logs. */
  readonly logBucket: string;
}

/** The key, the buckets, the trail, the workgroups, Lake Formation's administrators. `roles` are those of the teams. */
export function buildBase(scope: ModuleScope, facts: EnvironmentFacts, roles: readonly Role[]): Base {
  const key = encryptionKey(scope, 'key', {
    alias: facts.names.name('key'),
    publishAt: 'kms',
    users: roles,
    statements: [
      ...trailsEncrypt(scope, [scope.account]),
      ...(mayMakeVpc(facts) ? [logGroupsUse(scope, studioNames(facts).flowLogGroup)] : []),
    ],
  });
  const logs = logBucket(scope, facts);
  const bucket = dataBucket(scope, 'bucket', {
    name: facts.names.name('bucket'),
    encryptionKey: key,
    publishAt: 'bucket',
    // Teams get their folders by the policies of their roles: a bucket's policy has no room for many teams.
    prefixAccess: [],
    lifecycle: dataLifecycle,
  });
  scope.add(S3BucketLoggingA, 'bucket', {
    bucket: bucket.name,
    targetBucket: logs,
    targetPrefix: `access_logs/${facts.names.name('bucket')}/`,
  });
  trail(scope, facts, { key, bucket, logBucket: logs });
  for (const { slug, workgroup } of facts.teams) {
    athenaWorkgroup(scope, ['workgroup', slug], {
      name: workgroup,
      outputLocation: `s3://${bucket.name}/${resultsPrefix(workgroup)}`,
      keyArn: key.arn,
      publishAt: `workgroup/${slug}`,
    });
  }
  return { key, bucket, logBucket: logs };
}

/** Who administers Lake Formation, where no other module of the account and region says so. */
export function buildAdministrators(
  scope: ModuleScope,
  facts: EnvironmentFacts,
  administrators: readonly Administrator[],
): void {
  if (!scope.makes('lake formation settings')) return;
  lakeFormationSettings(scope, {
    administrators,
    dropped: facts.config.droppedAdministrators.map((arn) => scope.value(arn)),
    crossAccountVersion: '4',
    iamAllowedPrincipalsDefault: false,
  });
}

/** The audit trail: management events of the region, and every access to the objects of the environment's bucket. */
function trail(scope: ModuleScope, facts: EnvironmentFacts, { key, bucket, logBucket: logs }: Base): void {
  scope.add(
    Cloudtrail,
    'trail',
    {
      name: facts.names.name('trail'),
      s3BucketName: logs,
      kmsKeyId: key.arn,
      enableLogFileValidation: true,
      includeGlobalServiceEvents: true,
      isMultiRegionTrail: true,
      eventSelector: [
        {
          readWriteType: 'All',
          includeManagementEvents: true,
          dataResource: [{ type: 'AWS::S3::Object', values: [`${bucket.arn}/`] }],
        },
      ],
    },
    { protect: true },
  );
}

import { S3BucketLoggingA } from '../../../core/provider/aws';
import { dataBucket } from '../../../core/aws/bucket';
import { encryptionKey } from '../../../core/aws/key';
import type { ModuleScope, Role } from '../../../core/module/scope';
import type { Base } from '../base/build';
import { dataLifecycle } from '../base/lifecycle';
import type { DatasetContributions } from './contributions';
import type { DatasetFacts } from './facts';

/** Who reads and writes a dataset, and what shares add. */
export interface StorageAccess {
  readonly roles: readonly Role[];
  readonly contributions: DatasetContributions;
}

/**
 * The key and the bucket of a dataset that is made here; returns the bucket's name. No CORS rule: nothing here is a
 * page in a browser, and a rule for pages of anybody would serve those who were given a link by mistake.
 */
export function datasetStorage(
  scope: ModuleScope,
  dataset: DatasetFacts,
  base: Base,
  { roles, contributions }: StorageAccess,
): string {
  const { key: name, bucket, from } = dataset;
  const address = ['dataset', name];
  const key = encryptionKey(scope, address, {
    alias: bucket,
    publishAt: `dataset/${name}/kms`,
    users: roles,
    statements: contributions.keyStatements,
    from,
  });
  const made = dataBucket(scope, address, {
    name: bucket,
    encryptionKey: key,
    publishAt: `dataset/${name}/bucket`,
    prefixAccess: [{ prefix: '/', level: 'readwrite', roles, from }],
    listRoles: roles,
    serviceStatements: contributions.bucketStatements,
    lifecycle: dataLifecycle,
    from,
  });
  scope.add(
    S3BucketLoggingA,
    address,
    { bucket: made.name, targetBucket: base.logBucket, targetPrefix: `access_logs/${bucket}/` },
    { from },
  );
  return made.name;
}

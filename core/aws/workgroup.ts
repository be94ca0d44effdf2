import { AthenaWorkgroup } from '../provider/aws';
import type { AddressKey, ModuleScope } from '../module/scope';
import type { Names } from '../naming/names';

export interface WorkgroupOptions {
  readonly name: string;
  /** `s3://<bucket>/<prefix>/`: every query writes there, whatever its client asks for. */
  readonly outputLocation: string;
  readonly keyArn: string;
  readonly bytesScannedCutoff?: number | undefined;
  /** Where `name` is published. @default workgroup */
  readonly publishAt?: string;
  /** The names to publish under, for a part of the module. @default the module's */
  readonly names?: Names;
}

/** An Athena workgroup whose settings no client overrides; returns its name. */
export function athenaWorkgroup(scope: ModuleScope, key: AddressKey, options: WorkgroupOptions): string {
  const { name, outputLocation, keyArn, bytesScannedCutoff, publishAt = 'workgroup', names } = options;
  const workgroup = scope.add(AthenaWorkgroup, key, {
    name,
    state: 'ENABLED',
    ...(scope.protection.allowDataLoss && { forceDestroy: true }),
    configuration: {
      enforceWorkgroupConfiguration: true,
      publishCloudwatchMetricsEnabled: true,
      ...(bytesScannedCutoff !== undefined && { bytesScannedCutoffPerQuery: bytesScannedCutoff }),
      resultConfiguration: {
        outputLocation,
        expectedBucketOwner: scope.account,
        encryptionConfiguration: { encryptionOption: 'SSE_KMS', kmsKeyArn: keyArn },
      },
    },
  });
  scope.publish(`${publishAt}/name`, workgroup.name, { ...(names && { names }) });
  return workgroup.name;
}

import { defineModule } from '../../core/module/define-module';
import type { Names } from '../../core/naming/names';
import type { PhysicalName } from '../../core/platform/declaration';
import { athenaWorkgroupConfig, type AthenaWorkgroupConfig } from './config';
import { isolatedRoles, ownNames, workgroupNames } from './names';
import { build } from './module';

/** An Athena workgroup. */
export const athenaWorkgroup = defineModule({
  name: 'athena-workgroup',
  summary: 'An encrypted Athena workgroup with its own results bucket',
  config: athenaWorkgroupConfig,
  declares(config, names, { account }) {
    const { key, bucket, workgroup, usagePolicy } = workgroupNames(names, config);
    const own = isolatedRoles(config, { domain: names.domain, account }).map((role) =>
      ownParts(config, names, role),
    );
    return {
      publishes: [
        'kms/key/arn',
        'kms/key/id',
        'bucket/name',
        'bucket/arn',
        'workgroup/name',
        'managed-policy/wg-usage/arn',
        'managed-policy/wg-usage/name',
        ...own.flatMap(({ paths }) => paths),
      ].map((path) => names.path(path)),
      names: [
        { kind: 'kms alias', name: key },
        { kind: 's3 bucket', name: bucket },
        { kind: 'athena workgroup', name: workgroup },
        { kind: 'iam policy', name: usagePolicy },
        ...own.flatMap((parts) => parts.names),
      ],
    };
  },
  build,
});

/** What a user role has of its own: a workgroup, and a policy if one can be attached to it. */
function ownParts(
  config: AthenaWorkgroupConfig,
  names: Names,
  { key, immutable }: { readonly key: string; readonly immutable: boolean },
): { readonly paths: readonly string[]; readonly names: readonly PhysicalName[] } {
  const { workgroup, usagePolicy, workgroupPath, policyPath } = ownNames(names, config, key);
  return {
    paths: [`${workgroupPath}/name`, ...(immutable ? [] : [`${policyPath}/arn`, `${policyPath}/name`])],
    names: [
      { kind: 'athena workgroup', name: workgroup },
      ...(immutable ? [] : [{ kind: 'iam policy', name: usagePolicy } as const]),
    ],
  };
}

import { defineModule } from '../../core/module/define-module';
import { athenaWorkgroupConfig } from './config';
import { workgroupNames } from './names';

/** An Athena workgroup. */
export const athenaWorkgroup = defineModule({
  name: 'athena-workgroup',
  summary: 'An encrypted Athena workgroup with its own results bucket',
  config: athenaWorkgroupConfig,
  declares(config, names) {
    const { key, bucket, workgroup, usagePolicy } = workgroupNames(names, config);
    return {
      publishes: [
        'kms/key/arn',
        'kms/key/id',
        'bucket/name',
        'bucket/arn',
        'workgroup/name',
        'managed-policy/wg-usage/arn',
        'managed-policy/wg-usage/name',
      ].map((path) => names.path(path)),
      names: [
        { kind: 'kms alias', name: key },
        { kind: 's3 bucket', name: bucket },
        { kind: 'athena workgroup', name: workgroup },
        { kind: 'iam policy', name: usagePolicy },
      ],
    };
  },
  build: async (scope, config) => (await import('./module')).build(scope, config),
});

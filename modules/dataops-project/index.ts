import { defineModule } from '../../core/module/define-module';
import { check, checkInPlatform } from './check';
import { dataopsProjectConfig } from './config';
import { physicalNames } from './names';
import { registeredFolder } from './location';
import { projectPaths, publishedPaths } from './published';
import { build } from './module';

export const dataopsProject = defineModule({
  name: 'dataops-project',
  summary: 'The foundation of a dataops project: key, bucket, workgroup, databases and their grants',
  config: dataopsProjectConfig,
  declares: (config, names) => ({
    names: physicalNames(config, names),
    publishes: publishedPaths(config, names),
    after: ['lake formation settings'],
    registers: [names.path('bucket/name'), names.path(projectPaths.bucket, { preserveCase: true })].map(
      (bucket) => ({
        bucket,
        prefix: registeredFolder,
      }),
    ),
  }),
  check,
  checkInPlatform,
  build,
});

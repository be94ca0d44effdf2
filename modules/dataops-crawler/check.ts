import type { ModuleFinding } from '../../core/module/define-module';
import type { Names } from '../../core/naming/names';
import type { DataopsCrawlerConfig } from './config';

const unused = ['bucketName', 'kmsArn', 'deploymentRoleArn'] as const;
const defaults = { bucketName: 'projectBucket/default', kmsArn: 'kmsArn/default' } as const;

/** Notes on options without effect, unless they stand there as a default of the project. */
export function check(config: DataopsCrawlerConfig, names: Names): readonly ModuleFinding[] {
  return unused
    .filter((option) => config[option] !== undefined && !isDefault(config, option, names))
    .map((option) => ({
      severity: 'note',
      code: 'TL602',
      message: `${option} has no effect on crawlers`,
      help: 'Remove it.',
      path: [option],
    }));
}

function isDefault(config: DataopsCrawlerConfig, option: (typeof unused)[number], names: Names): boolean {
  if (option === 'deploymentRoleArn' || config.projectName === undefined) return false;
  const path = names.path(`${config.projectName}/${defaults[option]}`, {
    scope: 'domain',
    preserveCase: true,
  });
  return config[option]?.parameter?.path === path;
}

import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ConfigurationError } from '../../diagnostics/diagnostic';
import { loadPlatform } from '../../core/config/load';
import { lockFileName } from '../../core/lock/lock-file';
import type { Platform } from '../../core/platform/platform';
import { loadOptions, type CommonOptions } from '../shared/options';
import { UsageError } from '../shared/usage-error';
import type { Check } from './check';

/** Whether the configuration is one, with the platform if it is. */
export function configurationCheck(options: CommonOptions): {
  readonly check: Check;
  readonly platform: Platform | undefined;
} {
  const check = 'configuration';
  try {
    const { file, ...rest } = loadOptions(options);
    const { platform, diagnostics } = loadPlatform({ file, ...rest });
    if (!platform) throw new ConfigurationError(diagnostics, dirname(file));
    return { check: { check, ok: true, found: file }, platform };
  } catch (error) {
    if (error instanceof UsageError) {
      return { check: { check, ok: false, found: error.message, help: error.help }, platform: undefined };
    }
    if (!(error instanceof ConfigurationError)) throw error;
    const errors = error.diagnostics.filter(({ severity }) => severity === 'error').length;
    const help = '`terralake validate` shows them.';
    return {
      check: { check, ok: false, found: `${errors} errors`, help },
      platform: undefined,
    };
  }
}

/** Whether somebody would notice that what holds data has left the configuration. */
export function lockCheck({ folder }: Platform): Check {
  const file = join(folder, lockFileName);
  const found = existsSync(file) ? file : `there is no ${lockFileName}`;
  const help = 'Write it with `terralake lock` and commit it.';
  return { check: 'lock file', ok: existsSync(file), found, ...(!existsSync(file) && { help }) };
}

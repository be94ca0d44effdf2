import { loadPlatform } from '../shared/built-in';
import { dirname, join } from 'node:path';
import { ConfigurationError } from '../../diagnostics/diagnostic';
import type { LoadResult } from '../../core/config/load';
import { lockFileName, type Lock } from '../../core/lock/lock';
import { loadOptions, type CommonOptions } from '../shared/options';
import { UsageError } from '../shared/usage-error';
import type { Check } from './check';

/** Whether the configuration is one, with what it says if it is. */
export function configurationCheck(options: CommonOptions): {
  readonly check: Check;
  readonly loaded?: Pick<LoadResult, 'platform' | 'lock'>;
} {
  const check = 'configuration';
  try {
    const { file, ...rest } = loadOptions(options);
    const loaded = loadPlatform({ file, ...rest });
    if (!loaded.platform) throw new ConfigurationError(loaded.diagnostics, dirname(file));
    return { check: { check, ok: true, found: file }, loaded };
  } catch (error) {
    if (error instanceof UsageError) {
      return { check: { check, ok: false, found: error.message, help: error.help } };
    }
    if (!(error instanceof ConfigurationError)) throw error;
    const errors = error.diagnostics.filter(({ severity }) => severity === 'error').length;
    const help = '`terralake validate` shows them.';
    return { check: { check, ok: false, found: `${errors} errors`, help } };
  }
}

/** Whether somebody would notice that what holds data has left the configuration. */
export function lockCheck({ folder, exists }: Lock): Check {
  const found = exists ? join(folder, lockFileName) : `there is no ${lockFileName}`;
  const help = 'Write it with `terralake lock` and commit it.';
  return { check: 'lock file', ok: exists, found, ...(!exists && { help }) };
}

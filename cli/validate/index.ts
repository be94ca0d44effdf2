import { draft } from '../shared/built-in';
import { loadOptions, type CommonOptions } from '../shared/options';
import { formatOf, type FormatOptions, say, tellFindings } from '../shared/report';
import { dirname } from 'node:path';

/** Prints all findings; exit code 2 when one is an error. */
export async function validate(options: CommonOptions & FormatOptions): Promise<void> {
  const format = formatOf(options);
  const load = loadOptions(options);
  const { blueprint, diagnostics } = draft(load);
  await tellFindings(format, diagnostics, dirname(load.file));
  if (!blueprint) {
    process.exitCode = 2;
    return;
  }
  const { platform } = blueprint;
  const modules = platform.environments.flatMap((environment) => environment.modules).length;
  if (format !== 'json') say(`valid: ${platform.environments.length} environments, ${modules} modules`);
}

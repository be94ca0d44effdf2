import { draft } from '../../core/draft';
import { loadOptions, type CommonOptions } from '../shared/options';
import { printJson, say, sayDiagnostics } from '../shared/report';
import { dirname } from 'node:path';

/** Prints all findings; exit code 2 when one is an error. */
export function validate(options: CommonOptions): void {
  const load = loadOptions(options);
  const { blueprint, diagnostics } = draft(load);
  if (options.json === true) printJson(diagnostics);
  else sayDiagnostics(diagnostics, dirname(load.file));
  if (!blueprint) {
    process.exitCode = 2;
    return;
  }
  const { platform } = blueprint;
  const modules = platform.environments.flatMap((environment) => environment.modules).length;
  if (options.json !== true) say(`valid: ${platform.environments.length} environments, ${modules} modules`);
}

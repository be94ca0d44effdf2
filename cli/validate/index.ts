import { loadPlatform } from '../../core/config/load';
import { loadOptions, type CommonOptions } from '../shared/options';
import { printJson, say, sayDiagnostics } from '../shared/report';
import { dirname } from 'node:path';

/** Prints all findings; exit code 2 when one is an error. */
export function validate(options: CommonOptions): void {
  const load = loadOptions(options);
  const { platform, diagnostics } = loadPlatform(load);
  if (options.json === true) printJson(diagnostics);
  else sayDiagnostics(diagnostics, dirname(load.file));
  if (!platform) {
    process.exitCode = 2;
    return;
  }
  const modules = platform.environments.flatMap((environment) => environment.modules).length;
  if (options.json !== true) say(`valid: ${platform.environments.length} environments, ${modules} modules`);
}

import { stringify } from 'yaml';
import type { Diagnostic } from '../../../diagnostics/diagnostic';
import { synthModule } from '../../support/synth';
import { least, withTeams } from './setting';

/** What is found in the file of an environment with these keys: `<severity> <code> <the line of the file>`. */
export async function findings(config: object): Promise<readonly string[]> {
  const whole = { ...least, ...config };
  const lines = stringify(whole).split('\n');
  const found = await synthModule('environment', whole, withTeams).then(
    ({ diagnostics }) => diagnostics,
    (error: { diagnostics?: readonly Diagnostic[] }) => {
      if (!error.diagnostics) throw error;
      return error.diagnostics;
    },
  );
  return found
    .filter(({ place }) => place?.file === 'test-module.yaml')
    .map(({ severity, code, place }) => `${severity} ${code} ${lines[(place?.line ?? 0) - 1]?.trim() ?? ''}`);
}

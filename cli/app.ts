import { synthesize } from './shared/built-in';
import { dirname } from 'node:path';

import { processConfiguration, rootFile } from './shared/configuration';
import { sayHooks } from './shared/hooks-note';
import { reportFailure, sayDiagnostics } from './shared/report';

/** The CDKTF app: load the platform, draw its stacks, print them. Sets the exit code; never throws. */
export async function runApp(): Promise<void> {
  try {
    const configuration = processConfiguration();
    const file = rootFile(undefined);
    const { platform, diagnostics } = await synthesize({ ...configuration, file });
    sayDiagnostics(
      diagnostics.filter(({ severity }) => severity === 'warning'),
      dirname(file),
    );
    sayHooks(platform);
  } catch (error) {
    process.exitCode = reportFailure(error);
  }
}

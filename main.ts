import { dirname } from 'node:path';
import { synthesize } from './core/synthesize';
import { processConfiguration, rootFile } from './cli/shared/configuration';
import { reportFailure, sayDiagnostics } from './cli/shared/report';
import { sayHooks } from './cli/shared/hooks-note';

/** The CDKTF app: load the platform, build its stacks, synth. */
async function main(): Promise<void> {
  const configuration = processConfiguration();
  const file = rootFile(undefined);
  const { platform, diagnostics } = await synthesize({ ...configuration, file });
  sayDiagnostics(
    diagnostics.filter(({ severity }) => severity === 'warning'),
    dirname(file),
  );
  sayHooks(platform);
}

main().catch((error: unknown) => {
  process.exitCode = reportFailure(error);
});

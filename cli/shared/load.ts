import { dirname } from 'node:path';
import { ConfigurationError } from '../../core/config/diagnostic';
import { loadPlatform } from '../../core/config/load';
import type { Platform } from '../../core/platform/platform';
import { synthesize, type Synthesized, type SynthesizeOptions } from '../../core/synthesize';
import { loadOptions, synthesizeOptions, type CommonOptions, type DataLossOptions } from './options';
import { reportFailure, sayDiagnostics } from './report';

/** The platform without building it; findings go to stderr. @throws ConfigurationError */
export function load(options: CommonOptions): Platform {
  const { platform, diagnostics } = loadPlatform(loadOptions(options));
  if (!platform) throw new ConfigurationError(diagnostics);
  return platform;
}

/** The synthesized platform; findings go to stderr. @throws ConfigurationError */
export async function synthesized(
  options: CommonOptions & DataLossOptions,
  overrides: Partial<SynthesizeOptions> = {},
): Promise<Synthesized & { readonly outdir: string }> {
  const settings = { ...synthesizeOptions(options), ...overrides };
  const result = await synthesize(settings);
  sayDiagnostics(
    result.diagnostics.filter(({ severity }) => severity === 'warning'),
    dirname(settings.file),
  );
  return { ...result, outdir: settings.outdir };
}

/** For `cdktf`'s app: findings to stderr, exit code by the failure. */
export function exitWith(error: unknown, folder: string): void {
  process.exitCode = reportFailure(error, folder);
}

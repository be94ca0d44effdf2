import { loadPlatform, synthesize } from './built-in';
import { dirname } from 'node:path';
import type { Code } from '../../diagnostics/code';
import { ConfigurationError } from '../../diagnostics/diagnostic';

import type { Platform } from '../../core/platform/platform';
import type { Synthesized, SynthesizeOptions } from '../../core/synthesize';
import { loadOptions, synthesizeOptions, type CommonOptions, type DataLossOptions } from './options';
import { sayDiagnostics } from './report';

/** The platform without building it. @throws ConfigurationError */
export function load(options: CommonOptions): Platform {
  const settings = loadOptions(options);
  const { platform, diagnostics } = loadPlatform(settings);
  if (!platform) throw new ConfigurationError(diagnostics, dirname(settings.file));
  return platform;
}

/** The synthesized platform; warnings go to stderr, but for those in `unsaid`. @throws ConfigurationError */
export async function synthesized(
  options: CommonOptions & DataLossOptions,
  overrides: Partial<SynthesizeOptions> = {},
  unsaid: readonly Code[] = [],
): Promise<Synthesized> {
  const settings = { ...synthesizeOptions(options), ...overrides };
  const result = await synthesize(settings);
  sayDiagnostics(
    result.diagnostics.filter(({ severity, code }) => severity === 'warning' && !unsaid.includes(code)),
    dirname(settings.file),
  );
  return result;
}

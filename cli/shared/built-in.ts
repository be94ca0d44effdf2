import { loadPlatform as load, type LoadOptions, type LoadResult } from '../../core/config/load';
import { draft as draw, type Draft, type DraftOptions } from '../../core/draft';
import { synthesize as print, type Synthesized, type SynthesizeOptions } from '../../core/synthesize';
import { registry } from '../../modules/registry';

/** Options where the modules that Terralake brings are the ones to choose from, unless others are given. */
export type BuiltIn<Options extends Pick<LoadOptions, 'registry'>> = Omit<Options, 'registry'> &
  Partial<Pick<Options, 'registry'>>;

/** Reads a platform. Bad input gives diagnostics, never an exception. */
export function loadPlatform(options: BuiltIn<LoadOptions>): LoadResult {
  return load({ registry, ...options });
}

/** Reads a platform and draws it. Bad input gives diagnostics, never an exception. */
export function draft(options: BuiltIn<DraftOptions>): Draft {
  return draw({ registry, ...options });
}

/** Reads, draws and prints a platform. @throws ConfigurationError with every error found */
export function synthesize(options: BuiltIn<SynthesizeOptions>): Promise<Synthesized> {
  return print({ registry, ...options });
}

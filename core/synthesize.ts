import { mkdirSync } from 'node:fs';
import { addressesOf, type Blueprint, protectedIn } from './blueprint/blueprint';
import type { Origin } from './blueprint/element';
import { ConfigurationError, type Diagnostic } from './config/diagnostic';
import { type DraftOptions, validDraft } from './draft';
import type { Lock, Made, StackAddresses } from './lock/lock';
import type { Platform } from './platform/platform';

export interface SynthesizeOptions extends DraftOptions {
  /** Folder for the output, made if it is missing. */
  readonly outdir: string;
  /** What prints: CDKTF, or the same bytes without loading it. @default json */
  readonly engine?: Engine;
}

/** What prints a blueprint. */
export type Engine = 'cdktf' | 'json';

export interface Synthesized extends Made {
  readonly platform: Platform;
  /** Where it was written. */
  readonly outdir: string;
  readonly diagnostics: readonly Diagnostic[];
  /** Stack ids in dependency order, with what each waits for. */
  readonly stacks: readonly SynthesizedStack[];
  /** What the lock file said before. */
  readonly lock: Lock;
  /** Addresses of what holds data, protected or not, per stack. */
  readonly dataAddresses: StackAddresses;
  /** Stacks that may lose data by the second key; whether they do depends on the first. */
  readonly allowDataLoss: ReadonlySet<string>;
  /** The YAML behind each address, per stack. */
  readonly origins: ReadonlyMap<string, ReadonlyMap<string, Origin>>;
}

export interface SynthesizedStack {
  readonly id: string;
  readonly dependencies: readonly string[];
}

/**
 * From a root file to `stacks/<id>/cdk.tf.json`: the one way, for `cdktf`, for the commands and for tests.
 * @throws ConfigurationError with every error found
 */
export async function synthesize(options: SynthesizeOptions): Promise<Synthesized> {
  const { blueprint, lock, diagnostics } = validDraft(options);
  makeFolder(options.outdir);
  await render(blueprint, options);
  const { platform, stacks, allowDataLoss } = blueprint;
  return {
    ...{ platform, lock, diagnostics, allowDataLoss, outdir: options.outdir },
    ...protectedIn(blueprint),
    stacks: stacks.map(({ id, dependencies }) => ({ id, dependencies })),
    dataAddresses: addressesOf(blueprint, ({ data }) => data),
    origins: new Map(
      stacks.map(({ id, elements }) => [
        id,
        new Map(elements.flatMap(({ address, origin }) => (origin ? [[address, origin] as const] : []))),
      ]),
    ),
  };
}

async function render(
  blueprint: Blueprint,
  { engine = 'json', outdir }: Pick<SynthesizeOptions, 'engine' | 'outdir'>,
): Promise<void> {
  // Loaded late: what does not print loads no engine.
  if (engine === 'json') (await import('./engine/json/write')).writeJson(blueprint, outdir);
  else (await import('./engine/cdktf/write')).writeWithCdktf(blueprint, outdir);
}

/** @throws ConfigurationError TL801 */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch {
    const message = `the folder ${folder} cannot be made`;
    const help = 'Name another folder for the output.';
    throw new ConfigurationError([{ severity: 'error', code: 'TL801', message, help }]);
  }
}

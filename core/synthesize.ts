import { mkdirSync } from 'node:fs';
import { addressesOf, type Blueprint, protectedIn } from './blueprint/blueprint';
import type { Origin } from './blueprint/element';
import { ConfigurationError, type Diagnostic } from '../diagnostics/diagnostic';
import { type DraftOptions, validDraft } from './draft';
import { type Engine, render } from './engine/render';
import type { Lock, Made, StackAddresses } from './lock/lock';
import type { Platform } from './platform/platform';

export interface SynthesizeOptions extends DraftOptions {
  /** Folder for the output, made if it is missing. */
  readonly outdir: string;
  /** What prints. @default json */
  readonly engine?: Engine;
}

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
  await print(blueprint, options.engine ?? 'json', options.outdir);
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

/** @throws ConfigurationError TL801 where the engine is not installed: CDKTF and its fork are packages of the user's */
async function print(blueprint: Blueprint, engine: Engine, outdir: string): Promise<void> {
  try {
    await render(blueprint, engine, outdir);
  } catch (cause) {
    if ((cause as { code?: string }).code !== 'MODULE_NOT_FOUND') throw cause;
    const message = `the package ${engine} is not installed`;
    const help = `Run \`npm install ${engine}\`, or choose another engine.`;
    throw new ConfigurationError([{ severity: 'error', code: 'TL801', message, help }]);
  }
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

import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic';
import { ConfigurationError, Diagnostics } from '../diagnostics/diagnostic';
import { loadPlatform, type LoadOptions } from './config/load';
import { suggestion } from './config/nearest';
import { checkLock } from './lock/check';
import type { Lock, Made, StackAddresses } from './lock/lock';
import type { Platform } from './platform/platform';
import { addressesOf, type Blueprint, isProtected } from './blueprint/blueprint';
import { drawBlueprint } from './blueprint/draw';
import type { Origin } from './blueprint/element';
import { stackPlans } from './platform/stacks';

export interface SynthesizeOptions extends LoadOptions {
  /** Folder for the output, made if it is missing. */
  readonly outdir: string;
  /** What prints: CDKTF, or the same bytes without loading it. @default json */
  readonly engine?: Engine;
  /** Stacks that may lose data, see `deletion_protection`. */
  readonly allowDataLoss?: readonly string[];
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
  try {
    return await loadAndBuild(options);
  } catch (cause) {
    if (!(cause instanceof ConfigurationError)) throw cause;
    throw new ConfigurationError(cause.diagnostics, dirname(resolve(options.file)));
  }
}

async function loadAndBuild(options: SynthesizeOptions): Promise<Synthesized> {
  const found = new Diagnostics();
  const { platform, diagnostics, lock } = loadPlatform(options);
  found.add(...diagnostics);
  found.throwIfErrors();
  if (!platform) throw new ConfigurationError(found.all);

  const allowDataLoss = named(platform, options.allowDataLoss ?? []);
  const blueprint = drawBlueprint(platform, { allowDataLoss, report: (finding) => found.add(finding) });
  found.throwIfErrors();
  const result = describe(blueprint);
  if (options.ignoreLock !== true) {
    const { addresses, protectedAddresses } = result;
    found.add(...checkLock(lock, { protectedAddresses, addresses }));
    found.throwIfErrors();
  }
  makeFolder(options.outdir);
  await render(blueprint, options);
  return { ...result, platform, lock, outdir: options.outdir, allowDataLoss, diagnostics: found.all };
}

async function render(
  blueprint: Blueprint,
  { engine = 'json', outdir }: Pick<SynthesizeOptions, 'engine' | 'outdir'>,
): Promise<void> {
  // Loaded late: what does not print loads no engine.
  if (engine === 'json') (await import('./engine/json/write')).writeJson(blueprint, outdir);
  else (await import('./engine/cdktf/write')).writeWithCdktf(blueprint, outdir);
}

function describe(
  blueprint: Blueprint,
): Omit<Synthesized, 'platform' | 'lock' | 'outdir' | 'diagnostics' | 'allowDataLoss'> {
  const { stacks } = blueprint;
  return {
    stacks: stacks.map(({ id, dependencies }) => ({ id, dependencies })),
    addresses: addressesOf(blueprint),
    dataAddresses: addressesOf(blueprint, ({ data }) => data),
    protectedAddresses: addressesOf(blueprint, isProtected),
    origins: new Map(
      stacks.map(({ id, elements }) => [
        id,
        new Map(elements.flatMap(({ address, origin }) => (origin ? [[address, origin] as const] : []))),
      ]),
    ),
  };
}

/** Stack ids as given with `--allow-data-loss`; `*` means all. @throws ConfigurationError TL801 */
function named(platform: Platform, ids: readonly string[]): ReadonlySet<string> {
  const stacks = stackPlans(platform).map(({ id }) => id);
  const unknown = ids.find((id) => id !== '*' && !stacks.includes(id));
  if (unknown !== undefined)
    throw usage(`data loss is allowed for "${unknown}", which is no stack`, suggestion(unknown, stacks));
  return new Set(ids.includes('*') ? stacks : ids);
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch {
    throw usage(`the folder ${folder} cannot be made`, 'Name another folder for the output.');
  }
}

function usage(message: string, help: string): ConfigurationError {
  return new ConfigurationError([{ severity: 'error', code: 'TL801', message, help }]);
}

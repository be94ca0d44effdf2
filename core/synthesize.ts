import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic';
import { ConfigurationError, Diagnostics } from '../diagnostics/diagnostic';
import { loadPlatform, type LoadOptions } from './config/load';
import { suggestion } from './config/nearest';
import { checkLock, type ProtectedAddresses } from './lock/check';
import { lockPlaces, readLock } from './lock/lock-file';
import type { Platform } from './platform/platform';
import type { ResourceOrigin } from './stack/origin';
import { stackPlans } from './platform/stacks';

export interface SynthesizeOptions extends LoadOptions {
  /** Folder for the output, made if it is missing. */
  readonly outdir: string;
  /** Stacks that may lose data, see `deletion_protection`. */
  readonly allowDataLoss?: readonly string[];
}

export interface Synthesized {
  readonly platform: Platform;
  readonly diagnostics: readonly Diagnostic[];
  /** Stack ids in dependency order, with what each waits for. */
  readonly stacks: readonly SynthesizedStack[];
  /** Addresses that the lock file is to record, per stack. */
  readonly protectedAddresses: ProtectedAddresses;
  /** Addresses of what holds data, protected or not, per stack. */
  readonly dataAddresses: ProtectedAddresses;
  /** Stacks that may lose data by the second key; whether they do depends on the first. */
  readonly allowDataLoss: ReadonlySet<string>;
  /** All resource addresses, per stack. */
  readonly addresses: ProtectedAddresses;
  /** The YAML behind each address, per stack. */
  readonly origins: ReadonlyMap<string, ReadonlyMap<string, ResourceOrigin>>;
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
  const { platform, diagnostics } = loadPlatform(options);
  found.add(...diagnostics);
  found.throwIfErrors();
  if (!platform) throw new ConfigurationError(found.all);

  // Imported late: a faulty configuration is answered without loading the provider.
  const { withoutTokenTraces } = await import('./stack/stack-traces');
  return withoutTokenTraces(async () => build(platform, options, found));
}

async function build(
  platform: Platform,
  options: SynthesizeOptions,
  found: Diagnostics,
): Promise<Synthesized> {
  const { buildStacks } = await import('./stack/build');
  const { inOrder, resourceAddresses } = await import('./stack/inspect');
  const allowDataLoss = named(platform, options.allowDataLoss ?? []);
  makeFolder(options.outdir);
  const { app, stacks } = await buildStacks(platform, { outdir: options.outdir, allowDataLoss });
  const protectedAddresses = new Map(stacks.map((stack) => [stack.node.id, stack.protectedAddresses]));
  const dataAddresses = new Map(stacks.map((stack) => [stack.node.id, stack.dataAddresses]));
  const addresses = new Map(stacks.map((stack) => [stack.node.id, resourceAddresses(stack)]));
  if (options.ignoreLock !== true) {
    const anyProtected = stacks.some((stack) => stack.protectedAddresses.size > 0);
    found.add(...checkLock(readLock(platform.folder), addresses, anyProtected, lockPlaces(platform.folder)));
    found.throwIfErrors();
  }
  app.synth();
  return {
    platform,
    diagnostics: found.all,
    stacks: inOrder(stacks),
    protectedAddresses,
    dataAddresses,
    allowDataLoss,
    addresses,
    origins: new Map(stacks.map((stack) => [stack.node.id, stack.origins])),
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

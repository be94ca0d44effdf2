import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isDay } from '../../core/platform/day';
import { type Engine, engines } from '../../core/engine/render';
import { UsageError } from './usage-error';

/** What plain `cdktf` and the commands take from the process environment: the one place that reads it. */
export interface ProcessConfiguration {
  readonly context: Readonly<Record<string, unknown>>;
  readonly allowDataLoss: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The day to take for today, `YYYY-MM-DD`: `TERRALAKE_AS_OF`, else today in UTC. */
  readonly asOf: string;
  /** Where CDKTF wants its output. */
  readonly outdir: string;
  /** What `terralake-app` prints with: `TERRALAKE_ENGINE`, else CDKTF. */
  readonly engine: Engine;
}

/** @throws UsageError when a variable is not as it should be */
export function processConfiguration(environment: NodeJS.ProcessEnv = process.env): ProcessConfiguration {
  return {
    context: contextOf(environment.TERRALAKE_CONTEXT),
    allowDataLoss: list(environment.TERRALAKE_ALLOW_DATA_LOSS),
    environment,
    asOf: day(environment.TERRALAKE_AS_OF ?? today(), 'TERRALAKE_AS_OF'),
    outdir: resolve(environment.CDKTF_OUTDIR ?? 'cdktf.out'),
    engine: engineOf(environment.TERRALAKE_ENGINE ?? 'cdktf'),
  };
}

/**
 * The root file: as given, else `configFile` in the context of cdktf.json, else `platform.yaml` or `mdaa.yaml`.
 * @throws UsageError when there is none
 */
export function rootFile(given: string | undefined, folder = process.cwd()): string {
  if (given !== undefined) return resolve(folder, given);
  const configured = configFile(join(folder, 'cdktf.json'));
  if (configured !== undefined) return resolve(folder, configured);
  const found = ['platform.yaml', 'mdaa.yaml']
    .map((name) => join(folder, name))
    .find((file) => existsSync(file));
  if (found !== undefined) return found;
  throw new UsageError(
    'no configuration found',
    'Name it with --config <file>, with configFile in the context of cdktf.json, or call it platform.yaml or mdaa.yaml.',
  );
}

function configFile(cdktfJson: string): string | undefined {
  if (!existsSync(cdktfJson)) return undefined;
  try {
    const parsed = JSON.parse(readFileSync(cdktfJson, 'utf8')) as { context?: { configFile?: unknown } };
    return typeof parsed.context?.configFile === 'string' ? parsed.context.configFile : undefined;
  } catch {
    throw new UsageError('cdktf.json is not valid JSON', 'Mend the file.');
  }
}

function engineOf(name: string): Engine {
  const known = engines.find((engine) => engine === name);
  if (known) return known;
  throw new UsageError(`TERRALAKE_ENGINE is "${name}"`, `Write one of ${engines.join(', ')}.`);
}

function contextOf(json: string | undefined): Readonly<Record<string, unknown>> {
  if (json === undefined || json === '') return {};
  try {
    const parsed: unknown = JSON.parse(json);
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return { ...parsed };
  } catch {
    // said below, with the form that is expected
  }
  throw new UsageError(
    'TERRALAKE_CONTEXT is not a JSON object',
    `Write TERRALAKE_CONTEXT='{"key":"value"}'.`,
  );
}

/** The AWS SDK warns of the end of Node 20 at every start: its own concern, not a user's of the rehearsal. */
export function quietSdk(): void {
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** A day of the calendar. @throws UsageError */
export function day(text: string, source: string): string {
  if (isDay(text)) return text;
  throw new UsageError(`${source} ${text} is not a day`, 'Write a day such as 2027-06-30.');
}

/** A comma list, without blanks. */
export function list(text: string | undefined): string[] {
  return (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

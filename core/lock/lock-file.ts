import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { ConfigurationError } from '../config/diagnostic';

/** The file beside the root file that records what must not vanish. */
export const lockFileName = 'platform.lock.yaml';

const lockSchema = z.strictObject({
  version: z.literal(1),
  /** Stack id → addresses of protected resources. */
  protected: z.record(z.string(), z.array(z.string())).default({}),
  /** What may leave the configuration, by `<stack>` or `<stack>/<address>`, and why. */
  removed: z.array(z.strictObject({ what: z.string().min(1), reason: z.string().min(1) })).default([]),
});

/** The content of `platform.lock.yaml`. */
export type Lock = z.output<typeof lockSchema>;

/** The lock of a platform, or undefined where there is none. @throws ConfigurationError TL703 */
export function readLock(folder: string): Lock | undefined {
  const source = content(join(folder, lockFileName));
  if (source === undefined) return undefined;
  const parsed = lockSchema.safeParse(parsedYaml(source));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw invalid(`${issue?.path.join('.') ?? ''} is not as expected`);
}

/** Writes the lock; the order of its content is stable. */
export function writeLock(folder: string, lock: Lock): void {
  const sorted = Object.entries(lock.protected)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([stack, addresses]) => [stack, [...addresses].sort()] as const);
  const text = stringify({ ...lock, protected: Object.fromEntries(sorted) });
  writeFileSync(join(folder, lockFileName), `${header}${text}`);
}

const header = `# Written by \`terralake lock\` and \`terralake apply\`: commit it.
# Synthesis refuses when a protected resource below has left the configuration, until \`removed\` says why:
#   removed:
#     - what: shared-dev/aws_s3_bucket.datalake__bucket__raw
#       reason: moved to another account
`;

function content(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw invalid('it cannot be read');
  }
}

function parsedYaml(source: string): unknown {
  try {
    return parse(source);
  } catch {
    throw invalid('it is not valid YAML');
  }
}

function invalid(why: string): ConfigurationError {
  return new ConfigurationError([
    {
      severity: 'error',
      code: 'TL703',
      message: `${lockFileName}: ${why}`,
      help: 'Restore it from version control, or write it anew with `terralake lock`.',
      place: { file: lockFileName, line: 1, column: 1 },
    },
  ]);
}

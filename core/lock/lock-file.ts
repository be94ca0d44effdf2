import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import * as z from 'zod';
import { ConfigurationError, type Diagnostic, type Place } from '../../diagnostics/diagnostic';
import { locate } from '../config/locate';
import { toPlain, type ConfigNode } from '../config/node';
import { parseYaml } from '../config/yaml-to-node';
import type { RecordValue } from '../platform/record';
import { Lock, lockFileName, type LockContent } from './lock';

const recordValue: z.ZodType<RecordValue> = z.lazy(() =>
  z.union([
    z.string(),
    z.number(),
    z.boolean(),
    z.null(),
    z.array(recordValue),
    z.record(z.string(), recordValue),
  ]),
);

const lockSchema = z.strictObject({
  version: z.literal(1),
  protected: z
    .record(z.string(), z.array(z.string()))
    .nullish()
    .transform((stacks) => stacks ?? {}),
  removed: z
    .array(z.strictObject({ what: z.string().min(1), reason: z.string().min(1) }))
    .nullish()
    .transform((entries) => entries ?? []),
  records: z.record(z.string(), z.record(z.string(), z.record(z.string(), recordValue))).default({}),
});

/** The lock of a platform. One that cannot be read says why (TL703), and nothing else. */
export function readLock(folder: string): Lock {
  const stamp = stampOf(folder);
  try {
    const node = readNode(folder);
    return new Lock(folder, node && contentOf(node), { stamp, ...(node && { node }) });
  } catch (error) {
    const [problem] = error instanceof ConfigurationError ? error.diagnostics : [];
    if (!problem) throw error;
    return new Lock(folder, undefined, { stamp, problem });
  }
}

/**
 * Writes a lock, with its content in a stable order; returns it as it is then read.
 * @throws ConfigurationError TL703 where it cannot be written, or could not be read before
 */
export function writeLock(lock: Lock): Lock {
  lock.assertReadable();
  try {
    writeFileSync(join(lock.folder, lockFileName), textOf(lock));
  } catch {
    throw invalid('it cannot be written');
  }
  return new Lock(lock.folder, lock.content, { stamp: stampOf(lock.folder) });
}

/** Whether somebody else has written the file since this lock was read or written. */
export function isOutdated({ folder, origin }: Lock): boolean {
  return stampOf(folder) !== origin.stamp;
}

function stampOf(folder: string): string {
  try {
    const { mtimeMs, size } = statSync(join(folder, lockFileName));
    return `${mtimeMs} ${size}`;
  } catch {
    return '';
  }
}

function contentOf(node: ConfigNode): LockContent {
  const parsed = lockSchema.safeParse(toPlain(node));
  if (parsed.success) {
    const { protected: addresses, removed, records } = parsed.data;
    return { protected: addresses, removed, records };
  }
  const [issue] = parsed.error.issues;
  const { node: at, keyPlace = at.place } = locate(node, issue?.path ?? []);
  throw invalid(`${issue?.path.join('.') || 'the file'} is not as expected`, keyPlace);
}

function textOf({ protected: addresses, removed, records }: Lock): string {
  const sorted = Object.entries(addresses)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([stack, list]) => [stack, [...list].sort()] as const);
  const content = {
    version: 1,
    protected: Object.fromEntries(sorted),
    removed,
    ...(Object.keys(records).length > 0 && { records: sortedKeys(records) }),
  };
  return `${header}${stringify(content, { aliasDuplicateObjects: false, lineWidth: 0 })}`;
}

/** Plain data with the keys of all maps in alphabetical order, so that the file changes where something changed. */
function sortedKeys(value: RecordValue): RecordValue {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item: RecordValue) => sortedKeys(item));
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, sortedKeys(item as RecordValue)]),
  );
}

const header = `# Written by \`terralake lock\` and \`terralake apply\`: commit it.
# Synthesis refuses when a protected resource below has left the configuration, until \`removed\` says why:
#   removed:
#     - what: shared-dev/aws_s3_bucket.datalake__bucket__raw
#       reason: moved to another account
# \`records\` holds what may not change and the names that were given; a module that has left is named by its path.
`;

function readNode(folder: string): ConfigNode | undefined {
  const source = sourceOf(join(folder, lockFileName));
  if (source === undefined) return undefined;
  const found: Diagnostic[] = [];
  const node = parseYaml(source, lockFileName, (diagnostic) => found.push(diagnostic), undefined);
  if (node) return node;
  const [first] = found;
  throw invalid(first?.message ?? 'it is not valid YAML', first?.place);
}

function sourceOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw invalid('it cannot be read');
  }
}

function invalid(why: string, place: Place = { file: lockFileName, line: 1, column: 1 }): ConfigurationError {
  return new ConfigurationError([
    {
      severity: 'error',
      code: 'TL703',
      message: `${lockFileName}: ${why}`,
      help: 'Correct it or restore it from version control; to write it anew, delete it and run `terralake lock`.',
      place,
    },
  ]);
}

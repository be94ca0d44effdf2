import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import * as z from 'zod';
import { ConfigurationError, type Diagnostic, type Place } from '../../diagnostics/diagnostic';
import { locate } from '../config/locate';
import { child, type ConfigNode } from '../config/node';
import { toPlain } from '../config/plain';
import { parseYaml } from '../config/yaml-to-node';
import type { Records, RecordValue } from '../platform/record';

/** The file beside the root file that records what must not vanish. */
export const lockFileName = 'platform.lock.yaml';

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
  /** Stack id → addresses of protected resources. */
  protected: z
    .record(z.string(), z.array(z.string()))
    .nullish()
    .transform((stacks) => stacks ?? {}),
  /** What may leave the configuration, by `<stack>`, `<stack>/<address>` or `<domain>/<environment>/<module>`, and why. */
  removed: z
    .array(z.strictObject({ what: z.string().min(1), reason: z.string().min(1) }))
    .nullish()
    .transform((entries) => entries ?? []),
  /** Definition → `<domain>/<environment>/<module>` → what the module's definition records of it. */
  records: z.record(z.string(), z.record(z.string(), z.record(z.string(), recordValue))).optional(),
});

/** The content of `platform.lock.yaml`. */
export type Lock = Omit<z.output<typeof lockSchema>, 'records'> & { readonly records?: Records | undefined };

/** The lock of a platform, or undefined where there is none. @throws ConfigurationError TL703 */
export function readLock(folder: string): Lock | undefined {
  const node = readNode(folder);
  if (!node) return undefined;
  const parsed = lockSchema.safeParse(toPlain(node));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const { node: at, keyPlace = at.place } = locate(node, issue?.path ?? []);
  throw invalid(`${issue?.path.join('.') || 'the file'} is not as expected`, keyPlace);
}

/** Where a stack, or an address of one, is recorded in the lock. */
export function lockPlaces(folder: string): (stack: string, address?: string) => Place {
  const stacks = child(readNode(folder), 'protected');
  return (stack, address) => {
    const entry = stacks?.kind === 'map' ? stacks.entries.get(stack) : undefined;
    const items = entry?.value.kind === 'list' && address !== undefined ? entry.value.items : [];
    const item = items.find((node) => node.kind === 'scalar' && node.value === address);
    return item?.place ?? entry?.keyPlace ?? beginning;
  };
}

/** Where a module is recorded in the lock. */
export function recordPlaces(folder: string): (definition: string, path: string) => Place {
  const records = child(readNode(folder), 'records');
  return (definition, path) => {
    const modules = child(records, definition);
    return (modules?.kind === 'map' ? modules.entries.get(path)?.keyPlace : undefined) ?? beginning;
  };
}

/** Writes the lock; the order of its content is stable. @throws ConfigurationError TL703 */
export function writeLock(folder: string, lock: Lock): void {
  const sorted = Object.entries(lock.protected)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([stack, addresses]) => [stack, [...addresses].sort()] as const);
  const records = lock.records && Object.keys(lock.records).length > 0 ? sortedKeys(lock.records) : undefined;
  const content = {
    version: lock.version,
    protected: Object.fromEntries(sorted),
    removed: lock.removed,
    ...(records !== undefined && { records }),
  };
  const text = stringify(content, { aliasDuplicateObjects: false, lineWidth: 0 });
  try {
    writeFileSync(join(folder, lockFileName), `${header}${text}`);
  } catch {
    throw invalid('it cannot be written');
  }
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

function content(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw invalid('it cannot be read');
  }
}

function readNode(folder: string): ConfigNode | undefined {
  const source = content(join(folder, lockFileName));
  if (source === undefined) return undefined;
  const found: Diagnostic[] = [];
  const node = parseYaml(source, lockFileName, (diagnostic) => found.push(diagnostic), undefined);
  if (node) return node;
  const [first] = found;
  throw invalid(first?.message ?? 'it is not valid YAML', first?.place);
}

const beginning: Place = { file: lockFileName, line: 1, column: 1 };

function invalid(why: string, place: Place = beginning): ConfigurationError {
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

import type * as z from 'zod';
import { domainSchema, environmentSchema, rootSchema } from './grammar/root';
import { moduleSchema } from './grammar/module';
import { type Level, mdaaKeys } from './mdaa-keys';

const schemas: readonly (readonly [Level, Readonly<Record<string, z.ZodType>>])[] = [
  ['root', rootSchema.shape],
  ['domain', domainSchema.shape],
  ['environment', environmentSchema.shape],
  ['module', moduleSchema.shape],
];

/** `docs/mdaa-keys.md`: what becomes of every key of MDAA's root file, and which keys Terralake adds. */
export function mdaaKeysMarkdown(): string {
  return [
    "# MDAA's keys in Terralake",
    '',
    'Generated from `core/config/mdaa-keys.ts`; a test compares.',
    '',
    '_implemented_: works. _note_: accepted, has no meaning on Terraform, and `terralake validate` says so.',
    '_error_: leaving it out silently would change what is deployed or how safe it is.',
    '',
    '| Key | Where | Status | |',
    '|---|---|---|---|',
    ...mdaaKeys.map(({ key, levels, status, says }) => row(key, levels, status, says)),
    '',
    "## Terralake's own keys",
    '',
    '| Key | Where | |',
    '|---|---|---|',
    ...ownKeys(),
    '',
  ].join('\n');
}

function ownKeys(): readonly string[] {
  const found = new Map<string, { levels: Level[]; says: string }>();
  for (const [level, shape] of schemas) {
    for (const [key, schema] of Object.entries(shape)) {
      if (mdaaKeys.some((known) => known.key === key)) continue;
      const entry = found.get(key) ?? { levels: [], says: schema.description ?? '' };
      entry.levels.push(level);
      found.set(key, entry);
    }
  }
  return [...found].map(([key, { levels, says }]) => row(key, levels, says));
}

function row(key: string, levels: readonly Level[], ...rest: readonly string[]): string {
  const cells = [`\`${key}\``, levels.join(', '), ...rest];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

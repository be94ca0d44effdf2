import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { describePlace, type Diagnostic, labelsOf } from '../../../diagnostics/diagnostic';
import { loadPlatform, type LoadOptions, type LoadResult } from '../../../core/config/load';
import { defineModule, type ModuleDefinition } from '../../../core/module/define-module';
import { configMap, literal, roleReference, text } from '../../../core/module/fields';

const folders: string[] = [];
afterAll(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true })));

export type Files = Readonly<Record<string, string>>;

/** A temporary folder with these files. */
export function folderWith(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), 'terralake-config-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** Loads `mdaa.yaml` of these files with the modules below. */
export function load(files: Files, options: Partial<LoadOptions> = {}): LoadResult {
  return loadPlatform({ file: join(folderWith(files), 'mdaa.yaml'), registry: fixtures, ...options });
}

/** `CODE file:line:column`, for comparison. */
export function brief(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map(({ code, place }) =>
    place ? `${code} ${place.file}:${place.line}:${place.column}` : code,
  );
}

/** `words file:line:column` of every place of a finding, the primary one first. */
export function labels(diagnostic: Diagnostic | undefined): readonly string[] {
  return diagnostic
    ? labelsOf(diagnostic).map(({ place, words = '' }) => `${words} ${describePlace(place)}`)
    : [];
}

/** `CODE file:line:column` of the first (or n-th) occurrence of some text in a file. */
export function at(files: Files, code: string, needle: string, file = 'mdaa.yaml', occurrence = 1): string {
  const content = files[file] ?? '';
  let index = -1;
  for (let i = 0; i < occurrence; i++) index = content.indexOf(needle, index + 1);
  if (index === -1) throw new Error(`"${needle}" is not in ${file}`);
  const before = content.slice(0, index).split('\n');
  return `${code} ${file}:${before.length}:${(before.at(-1) ?? '').length + 1}`;
}

/** A root file with one domain `d`, one environment `e` and these modules (YAML, indented by nothing). */
export function rootWith(modules: string, extra = ''): string {
  const indented = modules.replace(/^/gm, '          ');
  return `organization: acme\n${extra}domains:\n  d:\n    environments:\n      e:\n        modules:\n${indented}\n`;
}

/** A root file with one module `m` of any configuration. */
export function moduleWith(config: string, extra = ''): string {
  const data = config.replace(/^/gm, '    ');
  return rootWith(`m:\n  module_path: any\n  module_config_data:\n${data}`, extra);
}

const any = defineModule({
  name: 'any',
  summary: 'Takes everything',
  config: z.record(z.string(), z.unknown()),
  declares: () => ({}),
  build: () => undefined,
});

const roles = defineModule({
  name: 'roles',
  summary: 'Publishes roles',
  config: z.strictObject({
    generateRoles: configMap(z.strictObject({ trust: text().optional(), verbatim: z.boolean().optional() })),
  }),
  declares: ({ generateRoles }, names) => ({
    publishes: Object.keys(generateRoles).flatMap((name) => [
      names.path(`generated-role/${name}/id`, { scope: 'domain' }),
      names.path(`generated-role/${name}/arn`, { scope: 'domain' }),
    ]),
    names: Object.entries(generateRoles).map(([name, { verbatim }]) => ({
      kind: 'iam role' as const,
      name: verbatim === true ? name : names.resource(name, 64),
    })),
  }),
  build: () => undefined,
});

const buckets = defineModule({
  name: 'buckets',
  summary: 'Publishes buckets with options of every kind',
  config: z.strictObject({
    buckets: configMap(
      z.strictObject({
        versioned: z.boolean().default(true).describe('Keep versions.'),
        days: z.number().int().min(1).optional().describe('Days to keep.'),
        mode: z.enum(['open', 'closed']).optional().describe('A word.'),
        prefix: literal().optional().describe('Known early.'),
        reader: roleReference().optional().describe('A role.'),
        comment: text().optional().describe('Any text.'),
        verbatimName: literal().optional().describe('The whole name.'),
        target: z
          .union([text(), z.strictObject({ arn: text() })])
          .optional()
          .describe('One of two kinds.'),
      }),
    ).describe('The buckets.'),
    owner: text().describe('Needed.'),
  }),
  declares: ({ buckets }, names) => ({
    publishes: Object.keys(buckets).map((name) => names.path(`bucket/${name}/name`)),
    names: Object.entries(buckets).map(([name, { verbatimName }]) => ({
      kind: 's3 bucket' as const,
      name: verbatimName ?? names.resource(name, 63),
    })),
  }),
  check: ({ buckets }) =>
    'forbidden' in buckets
      ? [
          {
            severity: 'error',
            code: 'TL308',
            message: 'forbidden',
            help: 'Rename it.',
            path: ['buckets', 'forbidden'],
          },
        ]
      : [],
  build: () => undefined,
});

const settings = defineModule({
  name: 'settings',
  summary: 'Owns an account-wide setting',
  config: z.strictObject({ admin: roleReference().optional() }),
  declares: () => ({ claims: ['lake formation settings'] }),
  build: () => undefined,
});

const database = defineModule({
  name: 'database',
  summary: 'Waits for an account-wide setting and adds to it',
  config: z.strictObject({ admin: roleReference().optional() }),
  declares: ({ admin }) => ({
    after: ['lake formation settings'],
    contributes: admin ? [{ claim: 'lake formation settings', administrators: [admin] }] : [],
  }),
  build: () => undefined,
});

const project = defineModule({
  name: 'project',
  summary: 'Publishes what belongs to a project',
  config: z.strictObject({ databases: z.array(literal()) }),
  declares: ({ databases }, names) => ({
    publishes: [
      names.path('projectBucket/default', { preserveCase: true }),
      names.path('kmsArn/default', { preserveCase: true }),
      ...databases.map((name) => names.path(`databaseName/${name}`, { preserveCase: true })),
    ],
  }),
  build: () => undefined,
});

const crawler = defineModule({
  name: 'crawler',
  summary: 'Belongs to a project',
  usesProject: true,
  config: z.strictObject({
    projectName: literal().optional(),
    bucketName: text().optional(),
    kmsArn: text().optional(),
    database: text().optional(),
  }),
  declares: () => ({}),
  build: () => undefined,
});

export const fixtures: readonly ModuleDefinition[] = [
  any,
  roles,
  buckets,
  settings,
  database,
  project,
  crawler,
];

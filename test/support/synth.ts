import { synthesize } from '../../cli/shared/built-in';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import type { SynthesizeOptions, Synthesized } from '../../core/synthesize';

/** Terraform JSON of one stack, as far as tests look at it. */
export interface StackJson {
  readonly resource?: Record<string, Record<string, Record<string, any>>>;
  readonly data?: Record<string, Record<string, Record<string, any>>>;
  readonly provider?: Record<string, Record<string, any>[]>;
  readonly terraform?: Record<string, any>;
  readonly variable?: Record<string, any>;
}

const folders: string[] = [];
afterAll(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** A temporary folder with these files (content, or an object that becomes YAML); gone after the test file. */
export function temporary(files: Readonly<Record<string, unknown>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'terralake-test-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), typeof content === 'string' ? content : stringify(content));
  }
  return folder;
}

/** Synthesizes a platform given as files, through the one way that everybody uses. */
export async function synthFiles(
  files: Readonly<Record<string, unknown>>,
  options: Partial<SynthesizeOptions> = {},
): Promise<
  Synthesized & {
    readonly stack: (id: string) => StackJson;
    /** The file as it is. */
    readonly textOf: (id: string) => string;
    readonly folder: string;
  }
> {
  const folder = temporary(files);
  const outdir = join(folder, 'cdktf.out');
  const result = await synthesize({ file: join(folder, 'mdaa.yaml'), outdir, environment: {}, ...options });
  const textOf = (id: string): string => readFileSync(join(outdir, 'stacks', id, 'cdk.tf.json'), 'utf8');
  const stack = (id: string): StackJson => JSON.parse(textOf(id)) as StackJson;
  return { ...result, stack, textOf, folder };
}

export interface ModuleSetting {
  /** Further modules of the environment: name → entry of `modules:`. */
  readonly modules?: Readonly<Record<string, unknown>>;
  /** Keys merged into the environment (`account`, `region`, …). */
  readonly environment?: Readonly<Record<string, unknown>>;
  /** Keys merged into the root. */
  readonly root?: Readonly<Record<string, unknown>>;
  /** Further files. */
  readonly files?: Readonly<Record<string, unknown>>;
  readonly synthesize?: Partial<SynthesizeOptions>;
  /** Keys of the module's entry. */
  readonly entry?: Readonly<Record<string, unknown>>;
}

/**
 * Synthesizes one module, named `test-module`, in organization `test-org`, domain `test-domain`, environment
 * `test-env`, account 111111111111, region eu-west-1: the stack `test-domain-test-env`.
 */
export async function synthModule(path: string, config: unknown, setting: ModuleSetting = {}) {
  const result = await synthFiles(
    {
      'mdaa.yaml': {
        organization: 'test-org',
        ...setting.root,
        domains: {
          'test-domain': {
            environments: {
              'test-env': {
                account: '111111111111',
                region: 'eu-west-1',
                ...setting.environment,
                modules: {
                  ...setting.modules,
                  'test-module': {
                    module_path: path,
                    module_configs: ['./test-module.yaml'],
                    ...setting.entry,
                  },
                },
              },
            },
          },
        },
      },
      'test-module.yaml': config,
      ...setting.files,
    },
    setting.synthesize,
  );
  const id = 'test-domain-test-env';
  return { ...result, json: result.stack(id), text: result.textOf(id) };
}

/** All resources of a type: key → block. */
export function resources(json: StackJson, type: string): Record<string, Record<string, any>> {
  return json.resource?.[type] ?? {};
}

/** The one resource whose key ends with `suffix` (after `<module>__`), or the only one of its type. */
export function resource(json: StackJson, type: string, suffix?: string): Record<string, any> {
  const found = Object.entries(resources(json, type)).filter(
    ([key]) => suffix === undefined || key === suffix || key.endsWith(`__${suffix}`),
  );
  const [first, second] = found;
  if (!first)
    throw new Error(`no ${type} ${suffix ?? ''} among ${Object.keys(resources(json, type)).join(', ')}`);
  if (second) throw new Error(`several ${type} ${suffix ?? ''}: ${found.map(([key]) => key).join(', ')}`);
  return first[1];
}

/** A policy document (JSON text with Terraform expressions) as data. */
export function policy(text: string): { Statement: Record<string, any>[] } {
  return JSON.parse(text.replace(/\$\{([^}]*)\}/g, (whole) => JSON.stringify(whole).slice(1, -1))) as never;
}

/** The statement with a Sid. */
export function statement(text: string, sid: string): Record<string, any> {
  const found = policy(text).Statement.filter((candidate) => candidate.Sid === sid);
  if (found.length !== 1) throw new Error(`${String(found.length)} statements ${sid}: ${text}`);
  return found[0] as Record<string, any>;
}

/** All SSM parameters that a stack publishes: path → value. */
export function parameters(json: StackJson): Record<string, string> {
  return Object.fromEntries(
    Object.values(resources(json, 'aws_ssm_parameter')).map((p) => [p.name as string, p.value as string]),
  );
}

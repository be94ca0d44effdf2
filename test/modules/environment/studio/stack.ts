import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startSandbox, type Sandbox } from '../../../../emulator/sandbox';
import { terraform, type Run } from '../../../emulator/terraform';
import { synthModule, temporary, type StackJson } from '../../../support/synth';
import { least, withTeams } from '../setting';

/** An AWS of its own with the Studio of an environment, and Terraform in it. */
export interface StudioStack {
  readonly sandbox: Sandbox;
  /** Takes over a configuration of the environment. */
  configure(config: object): Promise<void>;
  run(...args: readonly string[]): Promise<Run>;
  /** What the state holds of the first resource of a type. */
  inState(type: string): Readonly<Record<string, unknown>>;
  stop(): Promise<void>;
}

/** Starts it, with no resources yet. */
export async function studioStack(): Promise<StudioStack> {
  const sandbox = await startSandbox({ account: '111111111111', region: 'eu-west-1' });
  const folder = join(temporary({}), 'studio');
  mkdirSync(folder);
  const run = (...args: readonly string[]) =>
    terraform(folder, sandbox.env, ...args, '-no-color', '-input=false');
  return {
    sandbox,
    run,
    configure: async (config) => {
      const { json } = await synthModule('environment', { ...least, ...config }, withTeams);
      writeFileSync(join(folder, 'cdk.tf.json'), JSON.stringify(studioOnly(json), undefined, 2));
      const { code, output } = await run('init');
      if (code !== 0) throw new Error(output);
    },
    inState: (type) => firstOf(join(folder, 'terraform.tfstate'), type),
    stop: () => sandbox.stop(),
  };
}

interface State {
  readonly resources: readonly {
    readonly mode: 'managed' | 'data';
    readonly type: string;
    readonly instances: readonly { readonly attributes: Readonly<Record<string, unknown>> }[];
  }[];
}

function firstOf(file: string, type: string): Readonly<Record<string, unknown>> {
  const { resources } = JSON.parse(readFileSync(file, 'utf8')) as State;
  const found = resources.find((one) => one.mode === 'managed' && one.type === type);
  return found?.instances[0]?.attributes ?? {};
}

type Blocks = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** The stack with Studio, its networks, and what these refer to; the rest would only take time. */
function studioOnly({ resource = {}, data = {}, provider }: StackJson): object {
  const all = [...addresses(resource, ''), ...addresses(data, 'data.')];
  const kept = new Set<string>();
  const keep = (address: string, block: unknown): void => {
    if (kept.has(address)) return;
    kept.add(address);
    const text = JSON.stringify(block);
    for (const [other, needed] of all) if (text.includes(`${other}.`)) keep(other, needed);
  };
  for (const [address, block] of all) {
    if (/__(studio|studio-user|network)(__|$)/.test(address)) keep(address, block);
  }
  return { provider, resource: only(resource, '', kept), data: only(data, 'data.', kept) };
}

function addresses(blocks: Blocks, prefix: string): readonly (readonly [string, unknown])[] {
  return Object.entries(blocks).flatMap(([type, named]) =>
    Object.entries(named).map(([name, block]) => [`${prefix}${type}.${name}`, block] as const),
  );
}

function only(blocks: Blocks, prefix: string, kept: ReadonlySet<string>): Blocks {
  const left = Object.entries(blocks).map(([type, named]) => {
    const names = Object.entries(named).filter(([name]) => kept.has(`${prefix}${type}.${name}`));
    return [type, Object.fromEntries(names)] as const;
  });
  // Terraform takes an empty type for a mistake.
  return Object.fromEntries(left.filter(([, named]) => Object.keys(named).length > 0));
}

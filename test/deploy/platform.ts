import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { stackPlans } from '../../core/platform/stacks';
import type { Synthesized } from '../../core/synthesize';
import type { Target } from '../../deploy/stacks';
import { synthFiles } from '../support/synth';

const module_path = resolve(__dirname, '../fixtures/modules/notes.js');

/** A module that keeps notes in the state of Terraform alone; `keys` are more keys of its entry. */
export function notes(keys: object = {}, config: object = {}): object {
  return {
    module_path,
    module_config_data: { protect: true, notes: { a: { body: 'x' } }, ...config },
    ...keys,
  };
}

/** A platform with a stack `<domain>-dev` for each domain, of modules that need no AWS. */
export function platformOf(domains: Readonly<Record<string, Readonly<Record<string, object>>>>): object {
  return {
    organization: 'test-org',
    account: '111111111111',
    region: 'eu-west-1',
    domains: Object.fromEntries(
      Object.entries(domains).map(([domain, modules]) => [domain, { environments: { dev: { modules } } }]),
    ),
  };
}

/** The platform, synthesized, with all of its stacks chosen: Terraform can run them without any provider. */
export async function withoutAws(
  root: object,
  options: Parameters<typeof synthFiles>[1] = {},
): Promise<Target & { readonly folder: string }> {
  const result = await synthFiles({ 'mdaa.yaml': root }, options);
  for (const { id } of result.stacks)
    edit(result, id, ({ provider: _, terraform: { required_providers: __, ...terraform }, ...stack }) => ({
      ...stack,
      terraform,
    }));
  const selection = { plans: stackPlans(result.platform), modules: new Set<string>() };
  return { result, selection, folder: result.folder };
}

/** Lets the apply of a stack fail when it comes to its notes. */
export function breakStack({ result }: Target, id: string): void {
  edit(result, id, (stack) => {
    for (const note of Object.values<object>(stack.resource.terraform_data))
      Object.assign(note, { provisioner: [{ 'local-exec': { command: 'exit 1' } }] });
    return stack;
  });
}

function edit(result: Synthesized, id: string, change: (stack: any) => object): void {
  const file = join(result.outdir, 'stacks', id, 'cdk.tf.json');
  writeFileSync(file, JSON.stringify(change(JSON.parse(readFileSync(file, 'utf8')))));
}

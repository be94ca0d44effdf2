import { join, resolve } from 'node:path';
import { synthesized } from '../shared/load';
import type { CommonOptions, FilterOptions } from '../shared/options';
import { print, printJson } from '../shared/report';
import { select } from '../shared/select';

/** Synthesizes the whole platform and prints the files of the selected stacks, in deployment order. */
export async function synth(
  options: CommonOptions & FilterOptions & { readonly output: string },
): Promise<void> {
  const { platform, stacks, outdir } = await synthesized(options, { outdir: resolve(options.output) });
  const selected = new Set(select(platform, [], options).plans.map((plan) => plan.id));
  const files = stacks
    .filter(({ id }) => selected.has(id))
    .map(({ id, dependencies }) => ({
      stack: id,
      file: join(outdir, 'stacks', id, 'cdk.tf.json'),
      dependencies,
    }));
  if (options.json === true) printJson(files);
  else print(files.map(({ file }) => file).join('\n'));
}

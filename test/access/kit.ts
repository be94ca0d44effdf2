import { synthesize } from '../../cli/shared/built-in';
import { resolve } from 'node:path';
import { contractSchema, type ContractFile } from '../../access/contract/schema';
import { ModelIndex } from '../../access/questions/model-index';
import { modelOfStacks } from '../../access/stacks/model';
import { readStacks, type StackSource } from '../../access/stacks/stack-source';
import { loadBeside } from '../../core/config/beside';

import { temporary } from '../support/synth';

/** The starter kit. */
export const kit = resolve(__dirname, '../../configs/basic_datascience_platform/mdaa.yaml');

/** What a platform's stacks would be, synthesized from its root file. */
export async function stacksOf(file: string): Promise<readonly StackSource[]> {
  const outdir = temporary({});
  return readStacks(await synthesize({ file, outdir, environment: {} }), outdir);
}

export async function indexOf(file: string): Promise<ModelIndex> {
  return new ModelIndex(modelOfStacks(await stacksOf(file)));
}

/** The contract beside a root file. */
export function contractOf(file: string): ContractFile {
  const where = { account: '000000000000', region: 'us-east-1', partition: 'aws' };
  const { content, diagnostics } = loadBeside(
    { file, environment: {} },
    'access-contract.yaml',
    contractSchema,
    where,
  );
  if (!content) throw new Error(JSON.stringify(diagnostics, null, 2));
  return content;
}

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import stringify from 'json-stable-stringify';
import type { Blueprint } from '../../blueprint/blueprint';
import { cdktfVersion, stackJson } from './stack-json';

/** Writes `stacks/<id>/cdk.tf.json` and the manifest, the same bytes as CDKTF, without loading it. */
export function writeJson(blueprint: Blueprint, outdir: string): void {
  const folder = join(outdir, 'stacks');
  mkdirSync(folder, { recursive: true });
  for (const stack of blueprint.stacks) {
    mkdirSync(join(folder, stack.id), { recursive: true });
    writeFileSync(join(folder, stack.id, 'cdk.tf.json'), text(stackJson(stack)));
  }
  writeFileSync(join(outdir, 'manifest.json'), text(manifestOf(blueprint)));
}

/** JSON with its keys in order, as CDKTF writes it. */
function text(value: object): string {
  return stringify(value, { space: 2 }) ?? '';
}

function manifestOf({ stacks }: Blueprint): object {
  const entries = stacks.map(({ id, dependencies }) => [
    id,
    {
      name: id,
      constructPath: id,
      workingDirectory: `stacks/${id}`,
      synthesizedStackPath: `stacks/${id}/cdk.tf.json`,
      stackMetadataPath: `stacks/${id}/metadata.json`,
      annotations: [],
      dependencies,
    },
  ]);
  return { version: cdktfVersion, stacks: Object.fromEntries(entries) };
}

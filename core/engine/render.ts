import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import stringify from 'json-stable-stringify';
import type { Blueprint } from '../blueprint/blueprint';
import type { Element } from '../blueprint/element';
import type { Cdktf } from './constructs/write';

/** What prints a blueprint: CDKTF, its fork, or the same bytes as CDKTF without loading it. */
export const engines = ['cdktf', 'cdktn', 'json'] as const;
export type Engine = (typeof engines)[number];

/**
 * Prints a blueprint into a folder that is there: `stacks/<id>/cdk.tf.json`, the manifest, and beside them the line of
 * YAML behind each address, `origin/<id>.json`. It decides nothing.
 */
export async function render(blueprint: Blueprint, engine: Engine, outdir: string): Promise<void> {
  await print(blueprint, engine, outdir);
  mkdirSync(join(outdir, 'origin'), { recursive: true });
  for (const { id, elements } of blueprint.stacks)
    writeFileSync(
      join(outdir, 'origin', `${id}.json`),
      stringify(Object.fromEntries(elements.flatMap(lineOf)), { space: 2 }) ?? '',
    );
}

// Each is loaded when it prints, and only then.
async function print(blueprint: Blueprint, engine: Engine, outdir: string): Promise<void> {
  if (engine === 'json') {
    (await import('./json/write')).writeJson(blueprint, outdir);
    return;
  }
  const library: Cdktf =
    engine === 'cdktf'
      ? await import('cdktf')
      : // The same classes under another name: https://cdktn.io/docs/release/upgrade-guide-v0-22
        ((await import('cdktn')) as unknown as Cdktf);
  (await import('./constructs/write')).writeConstructs(library, blueprint, outdir);
}

/** Lines move, and what Terraform gets must not: so they stand in a file of their own. */
function lineOf({ address, origin }: Element): readonly (readonly [string, object])[] {
  if (!origin) return [];
  const { module, place, statements } = origin;
  const known = statements.some((each) => each !== undefined);
  return [
    [address, { module, ...place, ...(known && { statements: statements.map((each) => each ?? null) }) }],
  ];
}

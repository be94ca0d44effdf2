import { App } from 'cdktf';
import type { Blueprint } from '../../blueprint/blueprint';
import { BlueprintStack } from './stack';

/** Prints a blueprint with CDKTF: `stacks/<id>/cdk.tf.json` and the manifest. The folder must exist. */
export function writeWithCdktf({ stacks }: Blueprint, outdir: string): void {
  const app = new App({ outdir, stackTraces: false });
  const made = new Map(stacks.map((stack) => [stack.id, new BlueprintStack(app, stack)]));
  for (const { id, dependencies } of stacks) {
    for (const first of dependencies) {
      const [waits, before] = [made.get(id), made.get(first)];
      if (waits && before) waits.addDependency(before);
    }
  }
  app.synth();
}

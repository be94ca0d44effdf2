import * as z from 'zod';
import { configMap, folder, literal, text } from '../../module/fields';
import { excludedBy } from './glob';

const asset = z
  .strictObject({
    sourcePath: folder().describe('A folder (`./…`), all of whose files are uploaded.'),
    exclude: z
      .array(literal())
      .default([])
      .describe('Files that are left out: patterns such as `*.pyc`, `tests/**`, `!tests/keep.txt`.'),
  })
  .transform(({ sourcePath, exclude }) => sourcePath.filter(({ name }) => !excludedBy(exclude, name)));

const script = (app: string) =>
  z
    .strictObject({
      cmds: z.array(text()).describe('Lines of the script.'),
      assets: configMap(asset)
        .default({})
        .describe('Folders that the script finds below `$ASSETS_DIR/<name>`.'),
    })
    .optional()
    .describe(`The script that runs when a ${app} app starts.`);

/** Scripts that run when apps of a Studio domain start. */
export const lifecycleConfigs = z.strictObject({
  jupyter: script('JupyterServer'),
  jupyterLab: script('JupyterLab'),
  kernel: script('KernelGateway'),
});

export type LifecycleConfigs = z.output<typeof lifecycleConfigs>;
export type LifecycleConfig = NonNullable<LifecycleConfigs[keyof LifecycleConfigs]>;

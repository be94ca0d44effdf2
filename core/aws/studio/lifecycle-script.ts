import { createHash } from 'node:crypto';
import type { Names } from '../../naming/names';
import { Text } from '../../platform/text';
import { plainPrefix } from '../location';
import type { StudioDomainConfig } from './config';
import type { LifecycleConfig, LifecycleConfigs } from './lifecycle-config';

export type LifecycleKind = keyof LifecycleConfigs;

/** SageMaker's names of the apps that scripts are for. */
export const appTypes = {
  jupyter: 'JupyterServer',
  jupyterLab: 'JupyterLab',
  kernel: 'KernelGateway',
} as const satisfies Record<LifecycleKind, string>;

/** Where scripts find their assets. */
export interface ScriptLocation {
  readonly bucketName: string | Text;
  readonly assetPrefix: string;
}

export interface Script {
  readonly kind: LifecycleKind;
  readonly appType: (typeof appTypes)[LifecycleKind];
  readonly config: LifecycleConfig;
  /** The whole script, with the lines that fetch the assets. */
  readonly body: Text;
  /** Ends with a hash of the script, because SageMaker never changes a script. */
  readonly name: string;
}

/** The scripts of a domain, in a fixed order. Pure. */
export function scripts(
  { lifecycleConfigs }: Pick<StudioDomainConfig, 'lifecycleConfigs'>,
  names: Names,
  location: ScriptLocation,
): readonly Script[] {
  const kinds: readonly LifecycleKind[] = ['jupyter', 'jupyterLab', 'kernel'];
  return kinds.flatMap((kind) => {
    const config = lifecycleConfigs[kind];
    if (!config) return [];
    const appType = appTypes[kind];
    const body = bodyOf(config, location, appType);
    const hash = createHash('sha1').update(encoded(body.describe())).digest('hex').slice(0, 10);
    return [{ kind, appType, config, body, name: `${names.resource(appType, 50)}-${hash}` }];
  });
}

/** Text in the form that SageMaker takes scripts in. */
export function encoded(text: string): string {
  return Buffer.from(text).toString('base64');
}

/** The folder of the assets of one kind of app, in the bucket. */
export function assetFolder({ assetPrefix }: ScriptLocation, appType: string): string {
  return `${plainPrefix(assetPrefix)}/${appType}`;
}

function bodyOf(config: LifecycleConfig, location: ScriptLocation, appType: string): Text {
  const folder = assetFolder(location, appType);
  const fetching = [
    Text.of(`export ASSETS_DIR=/tmp/lifecycle-assets/${appType}`),
    Text.of('aws s3 cp --recursive s3://', location.bucketName, `/${folder}/ $ASSETS_DIR`),
  ];
  const lines = [...(Object.keys(config.assets).length > 0 ? fetching : []), ...config.cmds];
  return Text.of(...lines.flatMap((line, index) => (index === 0 ? [line] : ['\n', line])));
}

import { S3Object, SagemakerStudioLifecycleConfig } from '../../provider/aws';
import { call } from '../../provider/expression';
import type { ModuleScope } from '../../module/scope';
import { Text } from '../../platform/text';
import type { StudioDomainConfig } from './config';
import {
  assetFolder,
  encoded,
  scripts,
  type LifecycleKind,
  type Script,
  type ScriptLocation,
} from './lifecycle-script';
import { lifecyclePath } from './names';

/** ARNs of lifecycle configurations by kind of app. */
export type LifecycleArns = Readonly<Partial<Record<LifecycleKind, string>>>;

/** The lifecycle configurations of a domain, and the files that they fetch. */
export function lifecycle(
  scope: ModuleScope,
  config: StudioDomainConfig,
  location: ScriptLocation,
  bucket: string,
): LifecycleArns {
  const all = scripts(config, scope.names, location).map((script) => {
    uploadAssets(scope, script, assetFolder(location, script.appType), bucket);
    const made = scope.add(SagemakerStudioLifecycleConfig, ['lifecycle', script.appType], {
      studioLifecycleConfigName: script.name,
      studioLifecycleConfigAppType: script.appType,
      studioLifecycleConfigContent: contentOf(scope, script.body),
      // The domain must name the new one before the old one may go.
      lifecycle: { createBeforeDestroy: true },
    });
    scope.publish(`${lifecyclePath(script.appType)}/arn`, made.arn);
    return [script.kind, made.arn] as const;
  });
  return Object.fromEntries(all);
}

/** References in a script are resolved by Terraform; what is around them needs no escaping in this form. */
function contentOf(scope: ModuleScope, body: Text): string {
  if (body.literal !== undefined) return encoded(body.literal);
  const parts = body.parts.map((part) =>
    typeof part === 'string' ? call('base64decode', encoded(part)) : scope.value(Text.of(part)),
  );
  return call('base64encode', call('join', '', parts));
}

function uploadAssets(scope: ModuleScope, { appType, config }: Script, folder: string, bucket: string): void {
  for (const [asset, files] of Object.entries(config.assets)) {
    for (const { name, content, base64 } of files) {
      scope.add(S3Object, ['asset', appType, asset, name], {
        bucket,
        key: scope.literal(`${folder}/${asset}/${name}`),
        ...(base64 === undefined ? { content: scope.literal(content) } : { contentBase64: base64 }),
      });
    }
  }
}

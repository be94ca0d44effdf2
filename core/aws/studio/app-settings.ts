import type { ModuleScope } from '../../module/scope';
import type { Text } from '../../platform/text';
import type { CustomImage, ResourceSpec } from './settings-config';

/** What apps start with, in Terraform's words; undefined where nothing is said. */
export function resourceSpec(
  scope: ModuleScope,
  spec: ResourceSpec,
  fallback: { readonly instanceType?: string; readonly lifecycleArn?: string | undefined } = {},
) {
  const instanceType = spec?.instanceType ?? fallback.instanceType;
  const lifecycleConfigArn = fallback.lifecycleArn ?? scope.value(spec?.lifecycleConfigArn);
  const sagemakerImageArn = scope.value(spec?.sageMakerImageArn);
  const sagemakerImageVersionArn = scope.value(spec?.sageMakerImageVersionArn);
  const made = {
    ...(instanceType !== undefined && { instanceType }),
    ...(lifecycleConfigArn !== undefined && { lifecycleConfigArn }),
    ...(sagemakerImageArn !== undefined && { sagemakerImageArn }),
    ...(sagemakerImageVersionArn !== undefined && { sagemakerImageVersionArn }),
  };
  return Object.keys(made).length > 0 ? { defaultResourceSpec: made } : {};
}

/** Lifecycle configurations that users may choose: those given, and the one that is made. */
export function lifecycleArns(
  scope: ModuleScope,
  given: readonly Text[] | undefined,
  made: string | undefined,
) {
  const arns = [...(given ?? []).map((arn) => scope.value(arn)), ...(made === undefined ? [] : [made])];
  return arns.length > 0 ? { lifecycleConfigArns: arns } : {};
}

/** Images that users may choose. */
export function customImages(scope: ModuleScope, images: readonly CustomImage[] | undefined) {
  if (!images || images.length === 0) return {};
  return {
    customImage: images.map(({ appImageConfigName, imageName, imageVersionNumber }) => ({
      appImageConfigName: scope.value(appImageConfigName),
      imageName: scope.value(imageName),
      ...(imageVersionNumber !== undefined && { imageVersionNumber }),
    })),
  };
}

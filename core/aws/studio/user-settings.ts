import type { SagemakerDomainDefaultUserSettings } from '@cdktf/provider-aws/lib/sagemaker-domain';
import type { ModuleScope } from '../../module/scope';
import { customImages, lifecycleArns, resourceSpec } from './app-settings';
import type { LifecycleArns } from './lifecycle';
import type { DefaultUserSettings } from './settings-config';

/** The settings that user profiles start from, in Terraform's words. */
export function userSettings(
  scope: ModuleScope,
  settings: DefaultUserSettings,
  own: {
    readonly executionRole: string;
    readonly securityGroup: string;
    readonly lifecycle: LifecycleArns;
  },
): SagemakerDomainDefaultUserSettings {
  const { jupyterServerAppSettings: server, kernelGatewayAppSettings: kernel, studioWebPortal } = settings;
  const system = { instanceType: 'system' };
  return {
    executionRole: own.executionRole,
    securityGroups: [own.securityGroup, ...settings.securityGroups.map((group) => scope.value(group))],
    jupyterServerAppSettings: {
      ...resourceSpec(scope, server?.defaultResourceSpec, { ...system, lifecycleArn: own.lifecycle.jupyter }),
      ...lifecycleArns(scope, server?.lifecycleConfigArns, own.lifecycle.jupyter),
    },
    kernelGatewayAppSettings: {
      ...customImages(scope, kernel?.customImages),
      ...resourceSpec(scope, kernel?.defaultResourceSpec, { ...system, lifecycleArn: own.lifecycle.kernel }),
      ...lifecycleArns(scope, kernel?.lifecycleConfigArns, own.lifecycle.kernel),
    },
    ...jupyterLab(scope, settings, own.lifecycle.jupyterLab),
    ...rStudio(scope, settings),
    ...sharing(scope, settings),
    ...(studioWebPortal && { studioWebPortal }),
  };
}

function jupyterLab(scope: ModuleScope, settings: DefaultUserSettings, lifecycleArn: string | undefined) {
  const { jupyterLabAppSettings: lab } = settings;
  const idleSettings = lab?.appLifecycleManagement?.idleSettings;
  const repositories = lab?.codeRepositories ?? [];
  const builtIn = scope.value(lab?.builtInLifecycleConfigArn);
  const block = {
    ...(idleSettings && { appLifecycleManagement: { idleSettings: defined(idleSettings) } }),
    ...(builtIn !== undefined && { builtInLifecycleConfigArn: builtIn }),
    ...(repositories.length > 0 && {
      codeRepository: repositories.map(({ repositoryUrl }) => ({
        repositoryUrl: scope.value(repositoryUrl),
      })),
    }),
    ...customImages(scope, lab?.customImages),
    ...resourceSpec(scope, lab?.defaultResourceSpec, { lifecycleArn }),
    ...lifecycleArns(scope, lab?.lifecycleConfigArns, lifecycleArn),
  };
  return unlessEmpty('jupyterLabAppSettings', block);
}

function rStudio(scope: ModuleScope, settings: DefaultUserSettings) {
  const { rSessionAppSettings: session, rStudioServerProAppSettings: server } = settings;
  return {
    ...unlessEmpty('rSessionAppSettings', {
      ...customImages(scope, session?.customImages),
      ...resourceSpec(scope, session?.defaultResourceSpec),
    }),
    ...unlessEmpty('rStudioServerProAppSettings', defined(server ?? {})),
  };
}

function sharing(scope: ModuleScope, { sharingSettings }: DefaultUserSettings) {
  const { notebookOutputOption, s3KmsKeyId, s3OutputPath } = sharingSettings ?? {};
  return unlessEmpty(
    'sharingSettings',
    defined({
      notebookOutputOption,
      s3KmsKeyId: scope.value(s3KmsKeyId),
      s3OutputPath: scope.value(s3OutputPath),
    }),
  );
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function defined<T extends object>(values: T): Defined<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Defined<T>;
}

// The provider takes an empty block for a change on every plan.
function unlessEmpty<K extends string, B extends object>(key: K, block: B) {
  return (Object.keys(block).length > 0 ? { [key]: block } : {}) as Partial<Record<K, B>>;
}

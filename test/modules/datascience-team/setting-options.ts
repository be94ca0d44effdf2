import type { OptionCase } from '../../support/options';
import { resource, type StackJson } from '../../support/synth';
import { studio } from './team';

const at = 'team.studioDomainConfig.defaultUserSettings';
const settings = (json: StackJson) => resource(json, 'aws_sagemaker_domain').default_user_settings;
const arn = (resourceName: string) => `arn:aws:sagemaker:eu-west-1:111111111111:${resourceName}`;

const spec = {
  instanceType: 'ml.t3.medium',
  lifecycleConfigArn: arn('studio-lifecycle-config/own'),
  sageMakerImageArn: arn('image/own'),
  sageMakerImageVersionArn: arn('image-version/own/1'),
};
const specMade = {
  instance_type: 'ml.t3.medium',
  lifecycle_config_arn: arn('studio-lifecycle-config/own'),
  sagemaker_image_arn: arn('image/own'),
  sagemaker_image_version_arn: arn('image-version/own/1'),
};
const image = { appImageConfigName: 'app', imageName: 'own', imageVersionNumber: 2 };
const imageMade = { app_image_config_name: 'app', image_name: 'own', image_version_number: 2 };

const blocks = {
  jupyterServerAppSettings: 'jupyter_server_app_settings',
  jupyterLabAppSettings: 'jupyter_lab_app_settings',
  kernelGatewayAppSettings: 'kernel_gateway_app_settings',
  rSessionAppSettings: 'r_session_app_settings',
} as const;

type App = keyof typeof blocks;

function appCase(
  app: App,
  options: readonly string[],
  value: object,
  expected: object,
): [string, OptionCase] {
  return [
    options.map((option) => `${at}.${app}${option}`).join(' '),
    {
      config: studio({ defaultUserSettings: { [app]: value } }),
      expect: (json) => expect(settings(json)[blocks[app]]).toMatchObject(expected),
    },
  ];
}

const specCase = (app: App) =>
  appCase(
    app,
    ['', '.defaultResourceSpec', ...Object.keys(spec).map((option) => `.defaultResourceSpec.${option}`)],
    { defaultResourceSpec: spec },
    { default_resource_spec: specMade },
  );
const imageCase = (app: App) =>
  appCase(
    app,
    ['.customImages', ...Object.keys(image).map((option) => `.customImages[].${option}`)],
    { customImages: [image] },
    { custom_image: [imageMade] },
  );
const scriptsCase = (app: App) =>
  appCase(
    app,
    ['.lifecycleConfigArns'],
    { lifecycleConfigArns: [spec.lifecycleConfigArn] },
    { lifecycle_config_arns: [spec.lifecycleConfigArn] },
  );

const idle = {
  lifecycleManagement: 'ENABLED',
  idleTimeoutInMinutes: 90,
  minIdleTimeoutInMinutes: 60,
  maxIdleTimeoutInMinutes: 120,
};

/** Cases for the settings that user profiles start from. */
export const settingOptions: Readonly<Record<string, OptionCase>> = {
  [at]: {
    config: studio(),
    expect: (json) => {
      const { jupyter_server_app_settings, kernel_gateway_app_settings, ...others } = settings(json);
      expect(jupyter_server_app_settings).toEqual({ default_resource_spec: { instance_type: 'system' } });
      expect(kernel_gateway_app_settings).toEqual({ default_resource_spec: { instance_type: 'system' } });
      expect(Object.keys(others).sort()).toEqual(['execution_role', 'security_groups']);
    },
  },
  ...Object.fromEntries([
    specCase('jupyterServerAppSettings'),
    scriptsCase('jupyterServerAppSettings'),
    specCase('jupyterLabAppSettings'),
    imageCase('jupyterLabAppSettings'),
    scriptsCase('jupyterLabAppSettings'),
    appCase(
      'jupyterLabAppSettings',
      [
        '.appLifecycleManagement',
        '.appLifecycleManagement.idleSettings',
        ...Object.keys(idle).map((option) => `.appLifecycleManagement.idleSettings.${option}`),
      ],
      { appLifecycleManagement: { idleSettings: idle } },
      {
        app_lifecycle_management: {
          idle_settings: {
            lifecycle_management: 'ENABLED',
            idle_timeout_in_minutes: 90,
            min_idle_timeout_in_minutes: 60,
            max_idle_timeout_in_minutes: 120,
          },
        },
      },
    ),
    appCase(
      'jupyterLabAppSettings',
      ['.builtInLifecycleConfigArn'],
      { builtInLifecycleConfigArn: spec.lifecycleConfigArn },
      { built_in_lifecycle_config_arn: spec.lifecycleConfigArn },
    ),
    appCase(
      'jupyterLabAppSettings',
      ['.codeRepositories', '.codeRepositories[].repositoryUrl'],
      { codeRepositories: [{ repositoryUrl: 'https://git.example.com/a' }] },
      { code_repository: [{ repository_url: 'https://git.example.com/a' }] },
    ),
    specCase('kernelGatewayAppSettings'),
    imageCase('kernelGatewayAppSettings'),
    scriptsCase('kernelGatewayAppSettings'),
    specCase('rSessionAppSettings'),
    imageCase('rSessionAppSettings'),
  ]),
  [['', '.accessStatus', '.userGroup']
    .map((option) => `${at}.rStudioServerProAppSettings${option}`)
    .join(' ')]: {
    config: studio({
      defaultUserSettings: {
        rStudioServerProAppSettings: { accessStatus: 'ENABLED', userGroup: 'R_STUDIO_ADMIN' },
      },
    }),
    expect: (json) =>
      expect(settings(json).r_studio_server_pro_app_settings).toEqual({
        access_status: 'ENABLED',
        user_group: 'R_STUDIO_ADMIN',
      }),
  },
  [`${at}.securityGroups`]: {
    config: studio({ defaultUserSettings: { securityGroups: ['sg-9'] } }),
    expect: (json) =>
      expect(settings(json).security_groups).toEqual([
        '${aws_security_group.test-module__studio.id}',
        'sg-9',
      ]),
  },
  [['', '.notebookOutputOption', '.s3KmsKeyId', '.s3OutputPath']
    .map((option) => `${at}.sharingSettings${option}`)
    .join(' ')]: {
    config: studio({
      defaultUserSettings: {
        sharingSettings: { notebookOutputOption: 'Disabled', s3KmsKeyId: 'key-1', s3OutputPath: 's3://b/x' },
      },
    }),
    expect: (json) =>
      expect(settings(json).sharing_settings).toEqual({
        notebook_output_option: 'Disabled',
        s3_kms_key_id: 'key-1',
        s3_output_path: 's3://b/x',
      }),
  },
  [`${at}.studioWebPortal`]: {
    config: studio({ defaultUserSettings: { studioWebPortal: 'DISABLED' } }),
    expect: (json) => expect(settings(json).studio_web_portal).toBe('DISABLED'),
  },
};

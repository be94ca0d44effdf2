import * as z from 'zod';
import { literal, text } from '../../module/fields';

const minutes = (what: string) => z.int().min(60).max(525600).optional().describe(what);
const arns = () =>
  z.array(text()).default([]).describe('Lifecycle configurations that users may choose, by ARN.');

const resourceSpec = () =>
  z
    .strictObject({
      instanceType: literal(/^(system|ml\.[a-z0-9.-]+)$/, 'an instance type such as ml.t3.medium')
        .optional()
        .describe('The instance type, such as `ml.t3.medium`.'),
      lifecycleConfigArn: text()
        .optional()
        .describe('The lifecycle configuration that runs by default; one of `lifecycleConfigs` goes before.'),
      sageMakerImageArn: text().optional().describe('The image, by ARN.'),
      sageMakerImageVersionArn: text().optional().describe('The version of the image, by ARN.'),
    })
    .optional()
    .describe('What apps start with by default.');

const customImages = () =>
  z
    .array(
      z.strictObject({
        appImageConfigName: text().describe('The app image configuration.'),
        imageName: text().describe('The image.'),
        imageVersionNumber: z.int().min(0).optional().describe('The version; the latest if nothing is said.'),
      }),
    )
    .default([])
    .describe('Images of your own that users may choose.');

const idleSettings = z.strictObject({
  lifecycleManagement: z.enum(['ENABLED', 'DISABLED']).optional().describe('Whether idle apps are stopped.'),
  idleTimeoutInMinutes: minutes('After how many idle minutes.'),
  minIdleTimeoutInMinutes: minutes('The least that users may choose.'),
  maxIdleTimeoutInMinutes: minutes('The most that users may choose.'),
});

const jupyterLab = z.strictObject({
  appLifecycleManagement: z
    .strictObject({ idleSettings: idleSettings.optional().describe('When an app is idle.') })
    .optional()
    .describe('Stopping of idle apps.'),
  builtInLifecycleConfigArn: text()
    .optional()
    .describe('The lifecycle configuration that runs before the default one, by ARN.'),
  codeRepositories: z
    .array(z.strictObject({ repositoryUrl: text().describe('URL of the repository.') }))
    .default([])
    .describe('Git repositories that are offered.'),
  customImages: customImages(),
  defaultResourceSpec: resourceSpec(),
  lifecycleConfigArns: arns(),
});

/** Settings that user profiles of a Studio domain start from. */
export const defaultUserSettings = z.strictObject({
  jupyterServerAppSettings: z
    .strictObject({ defaultResourceSpec: resourceSpec(), lifecycleConfigArns: arns() })
    .optional()
    .describe('JupyterServer apps of Studio Classic.'),
  jupyterLabAppSettings: jupyterLab.optional().describe('JupyterLab apps.'),
  kernelGatewayAppSettings: z
    .strictObject({
      customImages: customImages(),
      defaultResourceSpec: resourceSpec(),
      lifecycleConfigArns: arns(),
    })
    .optional()
    .describe('KernelGateway apps of Studio Classic.'),
  rSessionAppSettings: z
    .strictObject({ customImages: customImages(), defaultResourceSpec: resourceSpec() })
    .optional()
    .describe('RSession apps.'),
  rStudioServerProAppSettings: z
    .strictObject({
      accessStatus: z.enum(['ENABLED', 'DISABLED']).optional().describe('Whether users reach RStudio.'),
      userGroup: z
        .enum(['R_STUDIO_USER', 'R_STUDIO_ADMIN'])
        .optional()
        .describe('What users are in RStudio.'),
    })
    .optional()
    .describe('RStudio.'),
  securityGroups: z
    .array(text())
    .default([])
    .describe('Security groups of apps, besides the one of the domain.'),
  sharingSettings: z
    .strictObject({
      notebookOutputOption: z
        .enum(['Allowed', 'Disabled'])
        .optional()
        .describe('Whether notebooks are shared with their output.'),
      s3KmsKeyId: text().optional().describe('The key of shared notebooks.'),
      s3OutputPath: text().optional().describe('Where shared notebooks are kept.'),
    })
    .optional()
    .describe('Sharing of notebooks, for profiles that are made outside of this configuration.'),
  studioWebPortal: z.enum(['ENABLED', 'DISABLED']).optional().describe('Whether users reach Studio.'),
});

export type DefaultUserSettings = z.output<typeof defaultUserSettings>;
export type ResourceSpec = z.output<ReturnType<typeof resourceSpec>>;
export type CustomImage = z.output<ReturnType<typeof customImages>>[number];

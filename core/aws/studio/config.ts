import * as z from 'zod';
import { configMap, literal, roleReference, text } from '../../module/fields';
import { securityGroupRules } from '../security-group-config';
import { lifecycleConfigs } from './lifecycle-config';
import { defaultUserSettings } from './settings-config';

const prefix = () => literal(/^[A-Za-z0-9!_.'()/-]+$/, 'a prefix such as sharing/');

const userProfile = z.strictObject({
  userRole: roleReference()
    .optional()
    .describe('The role that the user assumes, with the key as session name; needed with `authMode: IAM`.'),
});

/** The configuration of a Studio domain; modules differ in where notebooks are shared by default. */
export function studioDomainConfig(defaults: { readonly notebookSharingPrefix: string }) {
  return z.strictObject({
    authMode: z.enum(['IAM', 'SSO']).describe('How users sign in: with roles, or with IAM Identity Center.'),
    vpcId: text().describe('The VPC that apps run in.'),
    subnetIds: z.array(text()).min(1).describe('The subnets that apps run in.'),
    dataAdminRoles: z
      .array(roleReference())
      .optional()
      .describe('Roles that own everything in the bucket of the domain.'),
    defaultExecutionRole: roleReference().optional().describe('The role that apps run as.'),
    kmsKeyArn: text().optional().describe('The key of home folders and shared notebooks.'),
    domainBucket: z
      .strictObject({
        domainBucketName: text().describe('The bucket.'),
        assetDeploymentRole: roleReference()
          .optional()
          .describe('Accepted, without effect: the deploying identity uploads.'),
      })
      .optional()
      .describe('The bucket of shared notebooks and of assets.'),
    notebookSharingPrefix: prefix()
      .default(defaults.notebookSharingPrefix)
      .describe('Where shared notebooks are kept in the bucket.'),
    assetPrefix: prefix().optional().describe('Where assets of lifecycle configurations are kept.'),
    assetDeploymentMemoryLimitMB: z
      .number()
      .optional()
      .describe('Accepted, without effect: no function uploads the assets.'),
    securityGroupId: text().optional().describe('A security group that exists. Default: one is made.'),
    securityGroupIngress: securityGroupRules()
      .optional()
      .describe('Who may connect to apps, besides each other.'),
    securityGroupEgress: securityGroupRules()
      .optional()
      .describe('Where apps may connect to, besides each other. Default: everywhere.'),
    userProfiles: configMap(userProfile)
      .default({})
      .describe('Users, by user id: the session name with `authMode: IAM`, the user name otherwise.'),
    defaultUserSettings: defaultUserSettings.prefault({}).describe('Settings that user profiles start from.'),
    lifecycleConfigs: lifecycleConfigs.prefault({}).describe('Scripts that run when apps start.'),
  });
}

export type StudioDomainConfig = z.output<ReturnType<typeof studioDomainConfig>>;
export type UserProfileConfig = z.output<typeof userProfile>;

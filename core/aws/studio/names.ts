import { checkName } from '../../../aws/limits';
import { maxLength } from '../../naming/hash';
import type { Names } from '../../naming/names';
import type { PhysicalName } from '../../platform/declaration';
import type { StudioDomainConfig } from './config';
import type { ScriptLocation } from './lifecycle-script';
import { scripts } from './lifecycle-script';

/** The name of a user's profile: what is no letter, digit or underscore becomes a dash. */
export function profileName(userId: string): string {
  return userId.replace(/\W/g, '-');
}

/** Names of what every domain has. */
export function studioNames(names: Names) {
  return {
    domain: names.resource(undefined, maxLength['sagemaker domain']),
    securityGroup: names.resource(),
  };
}

/** Every name that AWS will see; names of profiles only if they are legal, the others are reported by key. */
export function studioPhysicalNames(
  config: StudioDomainConfig,
  names: Names,
  location: ScriptLocation,
): readonly PhysicalName[] {
  const { domain, securityGroup } = studioNames(names);
  return [
    { kind: 'sagemaker domain', name: domain },
    ...(config.securityGroupId ? [] : [{ kind: 'security group', name: securityGroup } as const]),
    ...Object.keys(config.userProfiles)
      .map((id): PhysicalName => ({ kind: 'sagemaker user profile', name: profileName(id) }))
      .filter(({ kind, name }) => checkName(kind, name) === undefined),
    ...scripts(config, names, location).map(({ name }): PhysicalName => ({
      kind: 'sagemaker lifecycle config',
      name,
    })),
  ];
}

/** Paths of what a domain publishes, below the module's. */
export function studioPaths(config: StudioDomainConfig, names: Names, location: ScriptLocation) {
  return [
    'domain/id',
    'domain/vpc-id',
    'domain/subnet-ids',
    ...(config.securityGroupId ? [] : [`${securityGroupPath(names)}/id`]),
    ...scripts(config, names, location).map(({ appType }) => `${lifecyclePath(appType)}/arn`),
  ];
}

/** Where the security group is published. */
export function securityGroupPath(names: Names): string {
  return `security-group/${studioNames(names).securityGroup}`;
}

/** Where a lifecycle configuration is published. */
export function lifecyclePath(appType: string): string {
  return `studiolifecycleconfig/${appType}`;
}

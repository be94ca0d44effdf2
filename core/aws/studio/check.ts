import type { ModuleFinding } from '../../module/define-module';
import { checkName } from '../../../aws/limits';
import type { Names } from '../../naming/names';
import type { SecurityGroupRules } from '../security-group-config';
import type { StudioDomainConfig } from './config';
import { encoded, scripts, type ScriptLocation } from './lifecycle-script';
import { profileName } from './names';

type Path = readonly (string | number)[];

/** SageMaker's limit on the encoded script. */
const scriptLimit = 16384;

/** Everything about a Studio domain's configuration at `path` that its schema cannot say. */
export function checkStudio(
  config: StudioDomainConfig,
  names: Names,
  location: ScriptLocation,
  path: Path,
): readonly ModuleFinding[] {
  return [
    ...Object.keys(config.userProfiles).flatMap((id) =>
      checkProfile(config, id, [...path, 'userProfiles', id]),
    ),
    ...checkSameNames(config, [...path, 'userProfiles']),
    ...scripts(config, names, location).flatMap(({ kind, body }) => {
      const size = encoded(body.describe()).length;
      if (size <= scriptLimit) return [];
      const message = `the script would have ${String(size)} characters when encoded, SageMaker allows ${String(scriptLimit)}`;
      const help = 'Put the script into a file below `assets`, and start it from `cmds`.';
      return [error('TL204', message, help, [...path, 'lifecycleConfigs', kind, 'cmds'])];
    }),
    ...withoutEffect(config, path),
  ];
}

function checkProfile(config: StudioDomainConfig, id: string, path: Path): readonly ModuleFinding[] {
  const { userRole } = config.userProfiles[id] ?? {};
  const reason = checkName('sagemaker user profile', profileName(id));
  const help =
    'Choose a user id of letters, digits and single other characters, with a letter or digit at both ends.';
  return [
    ...(reason === undefined
      ? []
      : [error('TL501', `the user id "${id}" gives no profile: ${reason}`, help, path)]),
    ...(config.authMode === 'IAM' && !userRole
      ? [
          error(
            'TL203',
            `the user "${id}" has no role`,
            'Add `userRole:`, which `authMode: IAM` needs.',
            path,
          ),
        ]
      : []),
    ...(config.authMode === 'SSO' && userRole
      ? [
          error('TL208', '`userRole` and `authMode: SSO` exclude each other', 'Remove the role.', [
            ...path,
            'userRole',
          ]),
        ]
      : []),
  ];
}

function checkSameNames(config: StudioDomainConfig, path: Path): readonly ModuleFinding[] {
  const first = new Map<string, string>();
  return Object.keys(config.userProfiles).flatMap((id) => {
    const name = profileName(id);
    const other = first.get(name);
    if (other === undefined) {
      first.set(name, id);
      return [];
    }
    const message = `"${other}" and "${id}" would both have the profile "${name}"`;
    return [error('TL502', message, 'Change one of the two user ids.', [...path, id])];
  });
}

function withoutEffect(config: StudioDomainConfig, path: Path): readonly ModuleFinding[] {
  const { securityGroupId, securityGroupIngress, securityGroupEgress } = config;
  const rules = { securityGroupIngress, securityGroupEgress };
  const written = Object.entries(rules).flatMap(([key, value]) => (value ? [[key, value] as const] : []));
  return [
    ...(config.assetDeploymentMemoryLimitMB === undefined
      ? []
      : [note('no function uploads the assets', [...path, 'assetDeploymentMemoryLimitMB'])]),
    ...(config.domainBucket?.assetDeploymentRole
      ? [note('the deploying identity uploads the assets', [...path, 'domainBucket', 'assetDeploymentRole'])]
      : []),
    ...(securityGroupId
      ? written.map(([key]) =>
          note('the rules of a security group that exists stay as they are', [...path, key]),
        )
      : []),
    ...written.flatMap(([key, value]) => suppressions(value, [...path, key])),
  ];
}

function suppressions(rules: SecurityGroupRules, path: Path): readonly ModuleFinding[] {
  return (['ipv4', 'sg', 'prefixList'] as const).flatMap((kind) =>
    rules[kind].flatMap((rule, index) =>
      rule.suppressions && rule.suppressions.length > 0
        ? [
            note('suppressions are for cdk-nag, which does not run here', [
              ...path,
              kind,
              index,
              'suppressions',
            ]),
          ]
        : [],
    ),
  );
}

function error(code: ModuleFinding['code'], message: string, help: string, path: Path): ModuleFinding {
  return { severity: 'error', code, message, help, path };
}

function note(message: string, path: Path): ModuleFinding {
  return { severity: 'note', code: 'TL602', message, help: 'Remove it.', path };
}

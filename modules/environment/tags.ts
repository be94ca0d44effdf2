import type { ModuleFinding } from '../../core/module/define-module';
import type { Located } from '../../core/platform/platform';
import type { EnvironmentConfig } from './config';
import type { EnvironmentFacts } from './facts';

/** Keys that permissions and people go by: nobody else gives them, in no spelling of case. */
const reserved = new Set(
  ['Team', 'Environment', 'Organization', 'Target', 'Creator', 'group', 'terralake', 'Classification'].map(
    (key) => key.toLowerCase(),
  ),
);

/** Parts of an environment that belong to a team: of the user's tags only those that cascade reach them. */
const objectParts = new Set(['dataset', 'notebook', 'studio', 'studio-user', 'share']);

/** The tags of everything in an environment, by the part of it; single objects have the tags of their team besides. */
export function environmentTags(
  { config, path }: EnvironmentFacts,
  organization: string,
): (part: string, object: string) => Readonly<Record<string, string>> {
  const user = (onObjects: boolean) =>
    Object.fromEntries(
      config.keyValueTags
        .filter(({ cascade }) => cascade || !onObjects)
        .map(({ key, value }) => [key, value] as const),
    );
  const system = {
    Creator: 'terralake',
    Organization: organization,
    Environment: path,
    Team: config.team,
    Target: `Environment_${path.split('/').at(-1) ?? ''}`,
    terralake: 'true',
  };
  return (part, object) => ({
    ...user(objectParts.has(part)),
    ...system,
    ...(part === 'dataset' && datasetTags(config, object)),
  });
}

/** The tags of all that is made of a dataset; `key` may be in lower case, as it is in paths of parameters. */
function datasetTags({ datasets }: EnvironmentConfig, key: string): Readonly<Record<string, string>> {
  const found = Object.entries(datasets).find(([each]) => each.toLowerCase() === key.toLowerCase());
  if (!found) return {};
  const [name, { team, confidentiality }] = found;
  return { ...objectTags(team, `S3Dataset_${name}`), Classification: confidentiality };
}

/** The tags of an object of a team's: `target` is `S3Dataset_sales` and the like. Not yet escaped for Terraform. */
export function objectTags(team: string, target: string): Readonly<Record<string, string>> {
  return { Team: team, Target: target };
}

/** Tags of the module's YAML. */
export function checkTags({ config }: EnvironmentFacts): readonly ModuleFinding[] {
  const seen = new Map<string, string>();
  return config.keyValueTags.flatMap(({ key }, index): readonly ModuleFinding[] => {
    const path = ['keyValueTags', index, 'key'];
    const lower = key.toLowerCase();
    const twice = seen.get(lower);
    seen.set(lower, key);
    if (reserved.has(lower)) return [reservedTag(key, path)];
    if (twice === undefined) return [];
    const message = `the tag ${key} is there already, as ${twice}`;
    return [{ severity: 'error', code: 'TL103', message, help: 'Keep one of them.', path }];
  });
}

/** Tags that come from tag files and from the levels above. */
export function checkUserTags({ environment, module }: Located): readonly ModuleFinding[] {
  const keys = new Set([...Object.keys(environment.tags), ...Object.keys(module.tags)]);
  return [...keys].filter((key) => reserved.has(key.toLowerCase())).map((key) => reservedTag(key, []));
}

function reservedTag(key: string, path: ModuleFinding['path']): ModuleFinding {
  const message = `the tag ${key} is reserved: permissions go by such tags`;
  return { severity: 'error', code: 'TL422', message, help: 'Choose another key.', path };
}

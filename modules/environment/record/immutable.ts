import type { ConfigPath } from '../../../core/config/locate';
import type { ModuleContext, ModuleFinding } from '../../../core/module/define-module';
import type { ModuleRecord, RecordValue } from '../../../core/platform/record';
import type { EnvironmentFacts } from '../facts';
import { mapIn, objectIn, shown } from './read';
import { roleOf, studioChoice } from './record';

/** Fields that say what something is: with another value it would be another thing. */
export function checkImmutable(
  facts: EnvironmentFacts,
  { account, region }: Pick<ModuleContext, 'account' | 'region'>,
  recorded: ModuleRecord,
): readonly ModuleFinding[] {
  const { config } = facts;
  const again = `To have the new value, remove all objects of the environment, destroy its stack with \`terralake destroy\`, and apply it anew.`;
  const field = (name: string, value: RecordValue | undefined, path: ConfigPath, takes = again) =>
    name in recorded ? changed(name, recorded[name], value, path, takes) : [];
  const studio = studioChoice(config);
  return [
    ...(account === undefined ? [] : field('account', account, [])),
    ...(region === undefined ? [] : field('region', region, [])),
    ...field('team', config.team, ['team']),
    ...field('iamRole', config.iamRole ?? null, ['iamRole']),
    ...field('id', config.id ?? null, ['id']),
    ...(studio === undefined ? [] : field('mlStudio', studio, ['mlStudio'], studioTakes)),
    ...checkTeamRoles(facts, recorded),
    ...checkObjects(facts, recorded),
  ];
}

const studioTakes =
  'To move Studio, copy what its users have in their homes, switch the feature `mlStudio` off, apply, and switch it on with the new value.';

function checkTeamRoles(facts: EnvironmentFacts, recorded: ModuleRecord): readonly ModuleFinding[] {
  return facts.teams
    .filter(({ owner }) => !owner)
    .flatMap(({ name, role, from }) => {
      const before = objectIn(recorded, 'teams', name);
      const takes = 'To have another role, remove the team with all its objects, apply, and invite it anew.';
      return before?.role === undefined || before.owner === true
        ? []
        : changed(`the role of ${name}`, before.role, roleOf(role), [...from, 'iamRole'], takes);
    });
}

function checkObjects({ config }: EnvironmentFacts, recorded: ModuleRecord): readonly ModuleFinding[] {
  const { datasets, consumptionRoles, studioUsers, notebooks, shares } = config;
  const compare = <T>(
    kind: string,
    objects: Readonly<Record<string, T>>,
    fields: (object: T) => Readonly<Record<string, readonly [RecordValue, ConfigPath]>>,
  ): readonly ModuleFinding[] =>
    Object.entries(objects).flatMap(([key, object]) => {
      const before = objectIn(recorded, kind, key);
      if (!before) return [];
      return Object.entries(fields(object)).flatMap(([field, [value, path]]) => {
        const takes = `To have the new value, remove ${kind}.${key}, apply, and add it anew under another key.`;
        return field in before
          ? changed(`${field} of ${kind}.${key}`, before[field], value, [kind, key, ...path], takes)
          : [];
      });
    });
  const id = (object: { readonly id?: string | undefined }) => [object.id ?? null, ['id']] as const;
  return [
    ...compare('datasets', datasets, (dataset) => ({
      team: [dataset.team, ['team']],
      id: id(dataset),
      importedBucket: [dataset.import?.bucketName ?? null, ['import', 'bucketName']],
    })),
    ...compare('consumptionRoles', consumptionRoles, (role) => ({
      roleArn: [role.roleArn, ['roleArn']],
      id: id(role),
    })),
    ...compare('studioUsers', studioUsers, (user) => ({ id: id(user) })),
    ...compare('notebooks', notebooks, (notebook) => ({ id: id(notebook) })),
    ...compare('shares', shares, (share) => ({ id: id(share) })),
  ];
}

function changed(
  what: string,
  before: RecordValue | undefined,
  now: RecordValue | undefined,
  path: ConfigPath,
  takes: string,
): readonly ModuleFinding[] {
  if (same(before ?? null, now ?? null)) return [];
  return [
    {
      severity: 'error',
      code: 'TL425',
      message: `${what} may not change: it was ${shown(before)} and is ${shown(now)}`,
      help: `Put ${shown(before)} back. ${takes}`,
      path,
    },
  ];
}

function same(one: RecordValue, other: RecordValue): boolean {
  return JSON.stringify(ordered(one)) === JSON.stringify(ordered(other));
}

/** The lock file has its keys in an order of its own. */
function ordered(value: RecordValue): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item: RecordValue) => ordered(item));
  const map = mapIn({ value }, 'value');
  return Object.keys(map)
    .sort()
    .map((key) => [key, ordered(map[key] ?? null)]);
}

import type { ModuleContext, ModuleFinding, ModuleView } from '../../core/module/define-module';
import type { Names } from '../../core/naming/names';
import { checkDataSources, checkLinks, checkLocation, checkPrincipals } from './check-database';
import { checkTags, checkVocabulary } from './check-tags';
import type { DataopsProjectConfig } from './config';
import { classifierBlockNames } from './config-glue';
import { physicalNames } from './names';

/** Everything about a project's configuration that its schema cannot say. */
export function check(
  config: DataopsProjectConfig,
  names: Names,
  context: ModuleContext,
): readonly ModuleFinding[] {
  return [
    ...checkDomains(config),
    ...checkDuplicates(config, names),
    ...checkConnections(config),
    ...checkClassifiers(config),
    ...checkVocabulary(config, context),
    ...Object.entries(config.databases).flatMap(([key, database]) => {
      const path = ['databases', key];
      return [
        ...checkDataSources(database, path),
        ...checkLinks(names, key, database, context, path),
        ...checkPrincipals(names, database, path),
        ...checkTags(config, database.lakeFormation, [...path, 'lakeFormation']),
      ];
    }),
  ];
}

/** What depends on what other modules register with Lake Formation. */
export function checkInPlatform(
  config: DataopsProjectConfig,
  names: Names,
  { registered }: ModuleView,
): readonly ModuleFinding[] {
  return Object.entries(config.databases).flatMap(([key, database]) =>
    checkLocation(names, config, database, registered, ['databases', key]),
  );
}

/** Databases, resource links and LF-tags that would have one name. */
function checkDuplicates(config: DataopsProjectConfig, names: Names): readonly ModuleFinding[] {
  const all = physicalNames(config, names).map(({ kind, name }) => `${kind} "${name}"`);
  const twice = new Set(all.filter((name, index) => all.indexOf(name) !== index));
  return [...twice].map((name) => ({
    severity: 'error',
    code: 'TL502',
    message: `the project would make the ${name} twice`,
    help: 'Give one of the two another name.',
    path: [name.startsWith('lf tag') ? 'lakeFormation' : 'databases'],
  }));
}

function checkDomains(config: DataopsProjectConfig): readonly ModuleFinding[] {
  return (['datazone', 'sagemaker'] as const)
    .filter((option) => config[option])
    .map((option) => ({
      severity: 'error',
      code: 'TL601',
      message: `the block ${option} is left out of Terralake`,
      help: 'Remove it, and join the project to the domain in a module of your own.',
      path: [option],
    }));
}

function checkConnections({
  connections,
  securityGroupConfigs,
}: DataopsProjectConfig): readonly ModuleFinding[] {
  return Object.entries(connections).flatMap(([key, { physicalConnectionRequirements: physical }]) =>
    (physical?.projectSecurityGroupNames ?? []).flatMap((name, index): readonly ModuleFinding[] => {
      if (Object.hasOwn(securityGroupConfigs, name)) return [];
      const known = Object.keys(securityGroupConfigs);
      return [
        {
          severity: 'error',
          code: 'TL308',
          message: `the project has no security group "${name}"`,
          help: known.length > 0 ? `Known are ${known.join(', ')}.` : 'Add it to securityGroupConfigs.',
          path: ['connections', key, 'physicalConnectionRequirements', 'projectSecurityGroupNames', index],
        },
      ];
    }),
  );
}

function checkClassifiers({ classifiers }: DataopsProjectConfig): readonly ModuleFinding[] {
  return Object.entries(classifiers).flatMap(([key, { configuration }]) =>
    classifierBlockNames
      .filter((block) => configuration[block]?.name !== undefined)
      .map((block) => ({
        severity: 'note',
        code: 'TL602',
        message: 'the name has no effect: a classifier is named by its key',
        help: 'Remove it.',
        path: ['classifiers', key, 'configuration', block, 'name'],
      })),
  );
}

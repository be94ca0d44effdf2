import type { ModuleContext, ModuleFinding } from '../../core/module/define-module';
import type { Names } from '../../core/naming/names';
import type { Registered } from '../../core/platform/registered';
import type { DatabaseConfig, DataopsProjectConfig } from './config';
import { grantees } from './grants';
import { grantedArn, type Grantee } from './grantee';
import { locationOf } from './location';
import { databaseName, linkName } from './names';

type Path = ModuleFinding['path'];

/** Data sources of DataZone and SageMaker Unified Studio, which are not made. */
export function checkDataSources(database: DatabaseConfig, path: Path): readonly ModuleFinding[] {
  const options = ['createDatazoneDatasource', 'createSagemakerDatasource'] as const;
  return options
    .filter((option) => database[option])
    .map((option) => ({
      severity: 'error',
      code: 'TL601',
      message: `${option} is left out of Terralake`,
      help: 'Remove it, and register the database as a data source in the domain itself.',
      path: [...path, option],
    }));
}

/** Says so where execution roles do not get their location, because it is not registered. */
export function checkLocation(
  names: Names,
  project: DataopsProjectConfig,
  database: DatabaseConfig,
  registered: Registered,
  path: Path,
): readonly ModuleFinding[] {
  const option = 'createReadWriteGrantsForProjectExecutionRoles';
  if (!database.lakeFormation[option] || project.projectExecutionRoles.length === 0) return [];
  if (locationOf(names, database, registered).registeredBy) return [];
  return [
    {
      severity: 'note',
      code: 'TL603',
      message: 'the location is not granted to the execution roles: it is not registered in this platform',
      help: 'Add `locationRegistered: true` if it, or a folder above it, is registered with Lake Formation.',
      path: [...path, 'lakeFormation', option],
    },
  ];
}

/** Resource links that cannot be made from here, or would have the name of the database. */
export function checkLinks(
  names: Names,
  key: string,
  database: DatabaseConfig,
  { account: own, region, additionalTargets = [] }: ModuleContext,
  path: Path,
): readonly ModuleFinding[] {
  const { createCrossAccountResourceLinkAccounts: accounts, createCrossAccountResourceLinkName: name } =
    database.lakeFormation;
  const at = (option: string): Path => [...path, 'lakeFormation', option];
  const reached = additionalTargets
    .filter((target) => target.region === undefined || target.region === region)
    .map(({ account }) => account);
  const elsewhere = accounts
    .filter((account) => account !== own && !reached.includes(account))
    .map((account): ModuleFinding => ({
      severity: 'error',
      code: 'TL410',
      message: `a resource link is to be made in the account ${account}, which the module is not told to reach`,
      help: `Add \`additional_accounts: ["${account}"]\` to the module in the root file.`,
      path: at('createCrossAccountResourceLinkAccounts'),
    }));
  const isOwn = own !== undefined && accounts.includes(own);
  if (isOwn && linkName(names, key, database) === databaseName(names, key, database)) {
    const help = 'Add `createCrossAccountResourceLinkName:` with another name.';
    const message = 'a resource link in the account of the database needs a name of its own';
    const option = at('createCrossAccountResourceLinkAccounts');
    return [...elsewhere, { severity: 'error', code: 'TL208', message, help, path: option }];
  }
  if (accounts.length > 0 || name === undefined) return elsewhere;
  const message = 'no resource link is made, so its name has no effect';
  const help = 'Add `createCrossAccountResourceLinkAccounts:`, or remove the name.';
  const option = at('createCrossAccountResourceLinkName');
  return [{ severity: 'note', code: 'TL602', message, help, path: option }];
}

/** Two principals under one name, whose grants could not be told apart. */
export function checkPrincipals(
  names: Names,
  database: DatabaseConfig,
  path: Path,
): readonly ModuleFinding[] {
  const { grants, tagBasedGrants } = database.lakeFormation;
  const written = [
    ...Object.entries(grants).flatMap(([name, grant]) => grantees(name, grant, names.domain)),
    ...Object.entries(tagBasedGrants).flatMap(([name, grant]) =>
      Object.entries(grant.principalArns).map(([key, arn]) => ({
        grantee: grantedArn(key, arn, names.domain),
        path: ['tagBasedGrants', name, 'principalArns', key],
      })),
    ),
  ];
  const first = new Map<string, Grantee>();
  return written.flatMap(({ grantee, path: where }): readonly ModuleFinding[] => {
    const other = first.get(grantee.key) ?? grantee;
    first.set(grantee.key, other);
    if (other.identity === grantee.identity) return [];
    return [
      {
        severity: 'error',
        code: 'TL502',
        message: `"${grantee.key}" stands for two principals of this database`,
        help: 'Give one of them another name; roles of one name need references by their parameters.',
        path: [...path, 'lakeFormation', ...where],
      },
    ];
  });
}

import type { ConfigPath } from '../../core/config/locate';
import type { GrantLevel } from '../../core/aws/lake-formation-levels';
import { grantLevels } from '../../core/aws/lake-formation-levels';
import type { DatabaseConfig, DataopsProjectConfig } from './config';
import type { GrantConfig } from './config-grants';
import { grantedArn, grantedPrincipal, grantedRole, type Grantee } from './grantee';

/** What a grant is about: the database, all its tables, or one table. */
export type GrantTarget = 'database' | 'tables' | { readonly table: string };

/** One grant to be made. */
export interface DatabaseGrant {
  readonly grantee: Grantee;
  readonly target: GrantTarget;
  readonly level: GrantLevel;
  /** Where it is written, below the `lakeFormation` block. */
  readonly path: ConfigPath;
}

/** A principal of a grant, and where in the `lakeFormation` block it is written. */
export interface WrittenGrantee {
  readonly grantee: Grantee;
  readonly path: readonly string[];
  /** The account of the principal, where it is stated. */
  readonly account: string | undefined;
}

/** Options of a database that grant it to all roles of a kind. */
type OptionOfRoles =
  | 'createSuperGrantsForDataAdminRoles'
  | 'createReadGrantsForDataEngineerRoles'
  | 'createReadWriteGrantsForProjectExecutionRoles';

/**
 * All grants on a database, one for each principal and target: of several the highest level, because Lake
 * Formation keeps a single list of permissions for the two, and each grant would take the others for a change.
 */
export function databaseGrants(
  database: DatabaseConfig,
  project: DataopsProjectConfig,
  domain: string,
): readonly DatabaseGrant[] {
  const { lakeFormation } = database;
  const whole = (
    option: OptionOfRoles,
    roles: DataopsProjectConfig['dataAdminRoles'],
    level: GrantLevel,
  ): readonly DatabaseGrant[] =>
    lakeFormation[option]
      ? roles.flatMap((role) => wholeDatabase(grantedRole(role, domain), level, [option]))
      : [];
  return highest([
    ...whole('createSuperGrantsForDataAdminRoles', project.dataAdminRoles, 'super'),
    ...whole('createReadGrantsForDataEngineerRoles', project.dataEngineerRoles, 'read'),
    ...whole('createReadWriteGrantsForProjectExecutionRoles', project.projectExecutionRoles, 'write'),
    ...Object.entries(lakeFormation.grants).flatMap(([name, grant]) =>
      grantees(name, grant, domain).flatMap(({ grantee, path }) => named(grantee, grant, path)),
    ),
  ]);
}

/** The principals of a grant. */
export function grantees(name: string, grant: GrantConfig, domain: string): readonly WrittenGrantee[] {
  return [
    ...Object.entries(grant.principals).map(([key, principal]) => ({
      grantee: grantedPrincipal(key, principal, domain),
      path: ['grants', name, 'principals', key],
      account:
        principal.account ??
        accountOf(principal.role?.arn?.literal ?? principal.federationProviderArn?.literal),
    })),
    ...Object.entries(grant.principalArns).map(([key, arn]) => ({
      grantee: grantedArn(key, arn, domain),
      path: ['grants', name, 'principalArns', key],
      account: accountOf(arn.literal),
    })),
  ];
}

function accountOf(arn: string | undefined): string | undefined {
  return /^arn:[^:]+:iam::(\d{12}):/.exec(arn ?? '')?.[1];
}

function wholeDatabase(grantee: Grantee, level: GrantLevel, path: ConfigPath): readonly DatabaseGrant[] {
  return [
    { grantee, target: 'database', level, path },
    { grantee, target: 'tables', level, path },
  ];
}

function named(grantee: Grantee, grant: GrantConfig, path: ConfigPath): readonly DatabaseGrant[] {
  const { databasePermissions, tablePermissions, tables = ['*'] } = grant;
  const targets = tables.map((table): GrantTarget => (table === '*' ? 'tables' : { table }));
  return [
    { grantee, target: 'database', level: databasePermissions, path },
    ...targets.map((target) => ({ grantee, target, level: tablePermissions, path })),
  ];
}

function highest(grants: readonly DatabaseGrant[]): readonly DatabaseGrant[] {
  const found = new Map<string, DatabaseGrant>();
  for (const grant of grants) {
    const key = JSON.stringify([grant.grantee.identity, grant.target]);
    const other = found.get(key);
    if (!other) found.set(key, grant);
    else if (rank(grant.level) > rank(other.level)) {
      found.set(key, { ...other, level: grant.level, path: grant.path });
    }
  }
  return [...found.values()];
}

function rank(level: GrantLevel): number {
  return grantLevels.indexOf(level);
}

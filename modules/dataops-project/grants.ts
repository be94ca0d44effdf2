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
}

/** A principal of a grant, and where in the `lakeFormation` block it is written. */
export interface WrittenGrantee {
  readonly grantee: Grantee;
  readonly path: readonly string[];
  /** The account of the principal, where it is stated. */
  readonly account: string | undefined;
}

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
  const whole = (roles: DataopsProjectConfig['dataAdminRoles'], level: GrantLevel) =>
    roles.flatMap((role) => wholeDatabase(grantedRole(role, domain), level));
  return highest([
    ...(lakeFormation.createSuperGrantsForDataAdminRoles ? whole(project.dataAdminRoles, 'super') : []),
    ...(lakeFormation.createReadGrantsForDataEngineerRoles ? whole(project.dataEngineerRoles, 'read') : []),
    ...(lakeFormation.createReadWriteGrantsForProjectExecutionRoles
      ? whole(project.projectExecutionRoles, 'write')
      : []),
    ...Object.entries(lakeFormation.grants).flatMap(([name, grant]) =>
      grantees(name, grant, domain).flatMap(({ grantee }) => named(grantee, grant)),
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

function wholeDatabase(grantee: Grantee, level: GrantLevel): readonly DatabaseGrant[] {
  return [
    { grantee, target: 'database', level },
    { grantee, target: 'tables', level },
  ];
}

function named(grantee: Grantee, grant: GrantConfig): readonly DatabaseGrant[] {
  const { databasePermissions, tablePermissions, tables = ['*'] } = grant;
  const targets = tables.map((table): GrantTarget => (table === '*' ? 'tables' : { table }));
  return [
    { grantee, target: 'database', level: databasePermissions },
    ...targets.map((target) => ({ grantee, target, level: tablePermissions })),
  ];
}

function highest(grants: readonly DatabaseGrant[]): readonly DatabaseGrant[] {
  const found = new Map<string, DatabaseGrant>();
  for (const grant of grants) {
    const key = JSON.stringify([grant.grantee.identity, grant.target]);
    const other = found.get(key);
    if (!other) found.set(key, grant);
    else if (rank(grant.level) > rank(other.level)) found.set(key, { ...other, level: grant.level });
  }
  return [...found.values()];
}

function rank(level: GrantLevel): number {
  return grantLevels.indexOf(level);
}

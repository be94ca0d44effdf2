import type { DataopsProjectConfig } from './config';
import type { TagBasedGrantConfig } from './config-grants';
import { grantedArn, type Grantee } from './grantee';

/** A grant on everything that carries tags. */
export interface TagGrant {
  readonly grantee: Grantee;
  readonly resourceType: 'TABLE' | 'DATABASE';
  /** Tag keys and values, both sorted. */
  readonly expression: readonly (readonly [key: string, values: readonly string[]])[];
  readonly permissions: readonly string[];
  readonly grantable: readonly string[];
}

const allPermissions = {
  TABLE: ['SELECT', 'DESCRIBE', 'INSERT', 'DELETE', 'ALTER', 'DROP'],
  DATABASE: ['DESCRIBE', 'CREATE_TABLE', 'ALTER', 'DROP'],
} as const;

/** Permissions that exist for a kind of resource. */
export function permissionsOf(resourceType: TagGrant['resourceType']): readonly string[] {
  return ['ALL', ...allPermissions[resourceType]];
}

/** All grants by tags, one for each principal and expression: tags do not stop at a database, so neither do these. */
export function tagGrants(config: DataopsProjectConfig, domain: string): readonly TagGrant[] {
  const found = new Map<string, TagGrant>();
  for (const { lakeFormation } of Object.values(config.databases)) {
    for (const grant of Object.values(lakeFormation.tagBasedGrants)) {
      for (const written of read(grant, domain)) {
        const key = JSON.stringify([written.grantee.identity, written.resourceType, written.expression]);
        found.set(key, union(found.get(key), written));
      }
    }
  }
  return [...found.values()];
}

/** Tag keys and values of an expression, sorted. */
export function expressionOf({ lfTagExpression }: TagBasedGrantConfig): TagGrant['expression'] {
  return Object.entries(lfTagExpression)
    .map(([key, values]) => [key.toLowerCase(), [...new Set([values].flat())].sort()] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function read(grant: TagBasedGrantConfig, domain: string): readonly TagGrant[] {
  const { principalArns, resourceType } = grant;
  // Never ALL, see core/aws/lake-formation-levels.
  const spelledOut = (permissions: readonly string[]): readonly string[] =>
    permissions.includes('ALL') ? allPermissions[resourceType] : permissions;
  return Object.entries(principalArns).map(([name, arn]) => ({
    grantee: grantedArn(name, arn, domain),
    resourceType,
    expression: expressionOf(grant),
    permissions: spelledOut(grant.permissions),
    grantable: spelledOut(grant.permissionsWithGrantOption),
  }));
}

function union(first: TagGrant | undefined, second: TagGrant): TagGrant {
  if (!first) return second;
  return {
    ...first,
    permissions: [...new Set([...first.permissions, ...second.permissions])],
    grantable: [...new Set([...first.grantable, ...second.grantable])],
  };
}

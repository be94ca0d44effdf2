import { LakeformationPermissions } from '../provider/aws';
import type { LakeformationPermissionsConfig } from '@cdktf/provider-aws/lib/lakeformation-permissions';
import type { ProviderReference } from '../provider/arguments';
import type { ArgumentsOf } from '../provider/resource-type';
import type { ConfigPath } from '../config/locate';
import type { AddressKey, ModuleScope } from '../module/scope';
import { databasePermissions, tablePermissions, type GrantLevel } from './lake-formation-levels';

/** Who is granted something; the address key is to name the principal. */
interface Grantee {
  /** ARN of a role, or of a SAML user or group. */
  readonly principal: string;
  /** The part of the module's YAML that asks for the grant. */
  readonly from?: ConfigPath;
  /** For a grant in another account or region. */
  readonly provider?: ProviderReference;
}

/** Grants a principal access to a database, not to its tables. */
export function grantDatabase(
  scope: ModuleScope,
  key: AddressKey,
  options: Grantee & { readonly database: string; readonly level: GrantLevel },
): void {
  const { principal, database, level, from, provider } = options;
  const permissions = [...databasePermissions[level]];
  const what = { database: { name: database }, ...(provider && { provider }) };
  grant(scope, [key, 'database'].flat(), { principal, permissions, ...what }, from);
}

/** Grants a principal access to all tables of a database, those to come included. */
export function grantAllTables(
  scope: ModuleScope,
  key: AddressKey,
  options: Grantee & { readonly database: string; readonly level: GrantLevel },
): void {
  const { principal, database, level, from } = options;
  const table = { databaseName: database, wildcard: true };
  const permissions = [...tablePermissions[level]];
  grant(scope, [key, 'tables'].flat(), { principal, permissions, table }, from);
}

/** Grants a principal access to one table, whose name is known before Terraform runs. */
export function grantTable(
  scope: ModuleScope,
  key: AddressKey,
  options: Grantee & { readonly database: string; readonly table: string; readonly level: GrantLevel },
): void {
  const { principal, database, table, level, from } = options;
  // By its columns: so AWS answers a grant with SELECT, and a plan sees no difference.
  const tableWithColumns = { databaseName: database, name: table, wildcard: true };
  const permissions = [...tablePermissions[level]];
  grant(scope, [key, 'table', table].flat(), { principal, permissions, tableWithColumns }, from);
}

/** Lets a principal make tables that point to a registered location. */
export function grantLocation(
  scope: ModuleScope,
  key: AddressKey,
  { principal, arn, from }: Grantee & { readonly arn: string },
): void {
  const permissions = ['DATA_LOCATION_ACCESS'];
  grant(scope, [key, 'location'].flat(), { principal, permissions, dataLocation: { arn } }, from);
}

/** Makes any grant, after the Lake Formation administrators and removed before them. */
export function grant(
  scope: ModuleScope,
  key: AddressKey,
  config: ArgumentsOf<LakeformationPermissionsConfig>,
  from?: ConfigPath,
): void {
  scope.add(LakeformationPermissions, key, config, {
    after: ['lake formation settings'],
    ...(from && { from }),
  });
}

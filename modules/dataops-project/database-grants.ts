import { grantAllTables, grantDatabase, grantLocation, grantTable } from '../../core/aws/lake-formation';
import { bucketArn } from '../../core/aws/location';
import type { ModuleScope } from '../../core/module/scope';
import type { DatabaseConfig, DataopsProjectConfig } from './config';
import type { Foundation } from './databases';
import { distinct, grantedRole } from './grantee';
import { databaseGrants } from './grants';
import { locationOf, registeredFolder } from './location';
import { principalArn } from './principal-arn';

/** The grants on a database and its tables. */
export function grantOnDatabase(
  scope: ModuleScope,
  key: string,
  config: DatabaseConfig,
  project: DataopsProjectConfig,
  database: string,
): void {
  for (const { grantee, target, level, path } of databaseGrants(config, project, scope.names.domain)) {
    const address = ['database', key, grantee.key];
    const from = ['databases', key, 'lakeFormation', ...path];
    const options = { principal: principalArn(scope, grantee), database, level, from };
    if (target === 'database') grantDatabase(scope, address, options);
    else if (target === 'tables') grantAllTables(scope, address, options);
    else grantTable(scope, address, { ...options, table: target.table });
  }
}

/** Lets execution roles make tables over the location, where Lake Formation knows it. */
export function grantOnLocation(
  scope: ModuleScope,
  key: string,
  config: DatabaseConfig,
  project: DataopsProjectConfig,
  { bucketName, registeredArn }: Foundation,
): void {
  const { bucket, prefix, registeredBy } = locationOf(scope.names, config, scope.registered);
  if (!registeredBy || !config.lakeFormation.createReadWriteGrantsForProjectExecutionRoles) return;
  const folder = scope.value(prefix);
  const base = bucketArn(scope, bucket ? scope.value(bucket) : bucketName);
  // Through the registration where the project makes it, so that the grant waits for it.
  const arn =
    registeredBy === 'project'
      ? `${registeredArn}${folder.slice(registeredFolder.length)}`
      : [base, folder].filter((part) => part !== '').join('/');
  const roles = project.projectExecutionRoles.map((role) => grantedRole(role, scope.names.domain));
  const option = 'createReadWriteGrantsForProjectExecutionRoles';
  for (const grantee of distinct(roles)) {
    const from = ['databases', key, 'lakeFormation', option];
    grantLocation(scope, ['database', key, grantee.key], {
      principal: principalArn(scope, grantee),
      arn,
      from,
    });
  }
}

import { GlueCatalogDatabase } from '../../core/provider/aws';
import type { ProviderReference } from '../../core/provider/arguments';
import { grantDatabase } from '../../core/aws/lake-formation';
import type { ModuleScope } from '../../core/module/scope';
import type { DatabaseConfig } from './config';
import { distinct } from './grantee';
import { grantees } from './grants';
import { linkName } from './names';
import { principalArn } from './principal-arn';

/** The resource links to a database, in its own account and in others, which principals of that account may see. */
export function resourceLinks(
  scope: ModuleScope,
  key: string,
  config: DatabaseConfig,
  database: string,
): void {
  for (const account of config.lakeFormation.createCrossAccountResourceLinkAccounts) {
    const own = account === scope.account;
    const address = own ? ['link', key] : ['link', key, account];
    const provider = own ? undefined : scope.provider({ account });
    resourceLink(scope, address, key, config, { account, database, provider });
  }
}

interface Link {
  readonly account: string;
  readonly database: string;
  /** For the account of the link, where it is not the module's own. */
  readonly provider: ProviderReference | undefined;
}

function resourceLink(
  scope: ModuleScope,
  address: readonly string[],
  key: string,
  config: DatabaseConfig,
  { account, database, provider }: Link,
): void {
  const target = { catalogId: scope.account, databaseName: database };
  const link = scope.add(
    GlueCatalogDatabase,
    address,
    {
      name: linkName(scope.names, key, config),
      targetDatabase: provider ? { ...target, region: scope.region } : target,
      ...(provider && { provider }),
    },
    { after: ['lake formation settings'] },
  );
  const principals = Object.entries(config.lakeFormation.grants)
    .flatMap(([name, grant]) => grantees(name, grant, scope.names.domain))
    .filter((written) => written.account === account || (!provider && written.account === undefined))
    .map(({ grantee }) => grantee);
  for (const grantee of distinct(principals)) {
    grantDatabase(scope, [...address, grantee.key], {
      principal: principalArn(scope, grantee),
      database: link.name,
      level: 'read',
      from: ['databases', key, 'lakeFormation', 'createCrossAccountResourceLinkAccounts'],
      ...(provider && { provider }),
    });
  }
}

import { kmsDecrypt, kmsUse } from '../../core/aws/actions';
import { encryptionKey, type EncryptionKey } from '../../core/aws/key';
import { viaService } from '../../core/aws/key-statements';
import type { PolicyStatement } from '../../aws/iam/statement';
import type { ModuleScope } from '../../core/module/scope';
import type { OtherAccounts } from './accounts';
import type { GlueCatalogConfig } from './config';
import { catalogNames } from './names';

const describe = 'kms:DescribeKey';

/** The key of the catalog: for whole accounts through Glue and DataZone, directly for whom the catalog's policy names. */
export function catalogKey(
  scope: ModuleScope,
  config: GlueCatalogConfig,
  others: OtherAccounts,
): EncryptionKey {
  const services = ['glue', 'datazone'].map((service) => `${service}.${scope.region}.amazonaws.com`);
  const use = [...kmsUse, describe, 'kms:CreateGrant'];
  const read = [...kmsDecrypt, describe];
  const users = new Set(others.keyUsers);
  return encryptionKey(scope, 'key', {
    alias: catalogNames(scope.names).key,
    publishAt: 'kms',
    statements: [
      viaService('OwnAccount', use, scope.account, services),
      ...others.keyConsumers.map((id) =>
        viaService(`Account ${id}`, users.has(id) ? use : read, id, services),
      ),
      ...principalStatements(scope, config),
    ],
  });
}

function principalStatements(scope: ModuleScope, config: GlueCatalogConfig): readonly PolicyStatement[] {
  const policies = Object.values(config.accessPolicies);
  const writers = policies.flatMap((policy) => policy.writePrincipalArns).map((arn) => scope.value(arn));
  const writing = new Set(writers);
  const readers = policies
    .flatMap((policy) => policy.readPrincipalArns)
    .map((arn) => scope.value(arn))
    .filter((arn) => !writing.has(arn));
  return [
    allow('Readers', [...kmsDecrypt, describe], readers),
    allow('Writers', [...kmsUse, describe], writers),
    {
      ...allow('WritersGrant', ['kms:CreateGrant'], writers),
      conditions: { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
    },
  ];
}

function allow(sid: string, actions: readonly string[], arns: readonly string[]): PolicyStatement {
  return { sid, actions, resources: ['*'], principals: { AWS: arns } };
}

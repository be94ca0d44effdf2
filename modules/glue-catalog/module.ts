import {
  AthenaDataCatalog,
  GlueDataCatalogEncryptionSettings,
  RamPrincipalAssociation,
  RamResourceAssociation,
  RamResourceShare,
} from '../../core/provider/aws';
import type { EncryptionKey } from '../../core/aws/key';
import type { ModuleScope } from '../../core/module/scope';
import { otherAccounts } from './accounts';
import { catalogKey } from './catalog-key';
import { catalogPolicy } from './catalog-policy';
import type { GlueCatalogConfig } from './config';
import { catalogNames, keyParameter } from './names';

/** The encryption of the catalog, who reaches it, and the catalogs of other accounts. */
export function build(scope: ModuleScope, config: GlueCatalogConfig): void {
  const others = otherAccounts(config, scope.account);
  const key = catalogKey(scope, config, others);
  encrypt(scope, key);
  catalogPolicy(scope, config, others);
  // RAM shares no parameters of the standard tier.
  const parameterArn = scope.publish(keyParameter, key.arn, { absolute: true, tier: 'Advanced' });
  if (others.keyConsumers.length > 0) shareParameter(scope, parameterArn, others.keyConsumers);
  for (const [name, account] of Object.entries(others.producers)) {
    scope.add(AthenaDataCatalog, ['catalog', name], {
      name: scope.literal(name),
      type: 'GLUE',
      description: `The Glue catalog of account ${account}`,
      parameters: { 'catalog-id': account },
    });
  }
}

function encrypt(scope: ModuleScope, key: EncryptionKey): void {
  scope.add(
    GlueDataCatalogEncryptionSettings,
    'encryption',
    {
      dataCatalogEncryptionSettings: {
        encryptionAtRest: { catalogEncryptionMode: 'SSE-KMS', sseAwsKmsKeyId: key.arn },
        connectionPasswordEncryption: { returnConnectionPasswordEncrypted: true, awsKmsKeyId: key.arn },
      },
    },
    { owns: 'glue catalog encryption' },
  );
}

/** Lets the accounts that use the key find out which it is. */
function shareParameter(scope: ModuleScope, resourceArn: string, accounts: readonly string[]): void {
  const { arn: resourceShareArn } = scope.add(RamResourceShare, 'key-parameter', {
    name: catalogNames(scope.names).share,
    allowExternalPrincipals: true,
  });
  scope.add(RamResourceAssociation, 'key-parameter', { resourceArn, resourceShareArn });
  for (const principal of accounts) {
    scope.add(RamPrincipalAssociation, ['key-parameter', principal], { principal, resourceShareArn });
  }
}

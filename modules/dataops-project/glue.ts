import { GlueSecurityConfiguration } from '../../core/provider/aws';
import { kmsUse } from '../../core/aws/actions';
import type { EncryptionKey } from '../../core/aws/key';
import { managedPolicy } from '../../core/aws/managed-policy';
import type { ModuleScope } from '../../core/module/scope';
import type { DataopsProjectConfig } from './config';
import { projectNames } from './names';
import type { People } from './people';
import { projectPaths } from './published';

const catalogKeyParameter = '/glue-catalog-settings/catalog-kms-key';

/** What Glue encrypts logs, bookmarks and output of the project's jobs with; returns its name. */
export function securityConfiguration(
  scope: ModuleScope,
  config: DataopsProjectConfig,
  key: EncryptionKey,
): string {
  const { name } = scope.add(GlueSecurityConfiguration, 'security-configuration', {
    name: projectNames(scope.names).securityConfiguration,
    encryptionConfiguration: {
      cloudwatchEncryption: { cloudwatchEncryptionMode: 'SSE-KMS', kmsKeyArn: key.arn },
      jobBookmarksEncryption: { jobBookmarksEncryptionMode: 'CSE-KMS', kmsKeyArn: key.arn },
      s3Encryption: {
        s3EncryptionMode: 'SSE-KMS',
        kmsKeyArn: config.s3OutputKmsKeyArn ? scope.value(config.s3OutputKmsKeyArn) : key.arn,
      },
    },
  });
  scope.publish(projectPaths.securityConfiguration, name, { preserveCase: true });
  return name;
}

/**
 * Lets execution roles decrypt the passwords of connections, which the Data Catalog encrypts, and encrypt their
 * output where that has a key of its own: its policy need not know them, and the key of the project's does.
 */
export function catalogKeyAccess(scope: ModuleScope, config: DataopsProjectConfig, who: People): void {
  const { glueCatalogKmsKeyArn, s3OutputKmsKeyArn: output } = config;
  const key = glueCatalogKmsKeyArn ? scope.value(glueCatalogKmsKeyArn) : scope.parameter(catalogKeyParameter);
  managedPolicy(scope, 'catalog-key-access', {
    name: projectNames(scope.names).catalogKeyAccess,
    statements: [
      { sid: 'DecryptCatalog', actions: ['kms:Decrypt'], resources: [key] },
      { sid: 'EncryptOutput', actions: kmsUse, resources: output ? [scope.value(output)] : [] },
    ],
    attachTo: who.executors,
    publishAt: 'managed-policy/catalog-key-access',
  });
}

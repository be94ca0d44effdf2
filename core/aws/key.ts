import { KmsAlias, KmsKey } from '../provider/aws';
import type { ConfigPath } from '../config/locate';
import type { AddressKey, ModuleScope } from '../module/scope';
import type { Names } from '../naming/names';
import { keyStatements, type KeyAccess } from './key-policy';

export interface EncryptionKeyOptions extends KeyAccess {
  /** The alias without `alias/`. */
  readonly alias: string;
  /** Where `arn` and `id` are published, such as `kms` or `kms/cmk`. */
  readonly publishAt: string;
  /** The names to publish under, for a part of the module. @default the module's */
  readonly names?: Names;
  /** The part of the module's YAML that asks for the key. */
  readonly from?: ConfigPath;
  /** Tags beside the module's: Terraform strings. */
  readonly tags?: Readonly<Record<string, string>>;
}

/** A key whose policy is in place as soon as its ARN is known. */
export interface EncryptionKey {
  readonly arn: string;
  readonly id: string;
}

/** A customer key that rotates, with its alias, published as `<publishAt>/arn` and `<publishAt>/id`. */
export function encryptionKey(
  scope: ModuleScope,
  key: AddressKey,
  options: EncryptionKeyOptions,
): EncryptionKey {
  const { alias, publishAt, names, from, tags } = options;
  const resource = scope.add(
    KmsKey,
    key,
    {
      description: alias,
      enableKeyRotation: true,
      deletionWindowInDays: 30,
      policy: scope.policy(keyStatements(scope, options), { kind: 'key policy', of: `key ${alias}` }),
      ...(tags && { tags }),
    },
    { protect: true, ...(from && { from }) },
  );
  scope.add(KmsAlias, key, { name: `alias/${alias}`, targetKeyId: resource.keyId });
  const made = { arn: resource.arn, id: resource.keyId };
  scope.publish(`${publishAt}/arn`, made.arn, { ...(names && { names }) });
  scope.publish(`${publishAt}/id`, made.id, { ...(names && { names }) });
  return made;
}

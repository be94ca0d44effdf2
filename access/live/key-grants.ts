import { paginateListGrants, type GrantListEntry, type KMSClient } from '@aws-sdk/client-kms';
import type { KmsGrant } from '../../aws/iam/evaluate/request';
import { allOf, answered, type Asker } from './ask';

/** All grants of a key. */
export async function grantsOf(
  asker: Asker,
  kms: KMSClient,
  KeyId: string,
  label: string,
): Promise<readonly KmsGrant[]> {
  const found = await asker.ask(
    `ListGrants ${label}`,
    'grants of the key are not known and not counted',
    () => allOf(paginateListGrants({ client: kms }, { KeyId }), (page) => page.Grants),
  );
  return answered(found) ? found.map(grantOf) : [];
}

function grantOf({
  GranteePrincipal,
  GranteeServicePrincipal,
  Operations,
  Constraints,
}: GrantListEntry): KmsGrant {
  const { EncryptionContextEquals: equals, EncryptionContextSubset: subset } = Constraints ?? {};
  return {
    grantee: GranteeServicePrincipal ?? GranteePrincipal ?? '',
    operations: Operations ?? [],
    ...(equals && { encryptionContextEquals: equals }),
    ...(subset && { encryptionContextSubset: subset }),
  };
}

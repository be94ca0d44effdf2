import {
  GetKeyPolicyCommand,
  GetKeyRotationStatusCommand,
  paginateListAliases,
  paginateListResourceTags,
  paginateListGrants,
  type KMSClient,
  type GrantListEntry,
} from '@aws-sdk/client-kms';
import type { KmsGrant } from '../../aws/iam/evaluate/request';
import type { Key, Tags } from '../model/model';
import type { TracedPolicy } from '../model/origin';
import { allOf, answered, type Asker } from './ask';
import type { KeyArns } from './key-arns';
import { liveOrigin, type Session } from './session';
import { documentIn, livePolicy } from './policies';

/** A key of the model as it stands, found by its alias, else by its ARN; undefined where there is none. */
export async function readKey(session: Session, keyArns: KeyArns, expected: Key): Promise<Key | undefined> {
  const region = session.region(expected.region);
  const name = keyArns.nameOf(expected);
  const arn = await keyArns.find(region, name);
  if (arn === undefined) {
    session.asker.noteMissing(`the key ${name}`, expected.label);
    return undefined;
  }
  const { kms } = session.clients(region);
  const [policy, aliases, rotation, grants, tags] = await Promise.all([
    policyOf(session, kms, arn, expected),
    aliasesOf(session.asker, kms, arn, expected),
    rotates(session.asker, kms, arn, expected),
    grantsOf(session.asker, kms, arn, expected.label),
    keyTags(session.asker, kms, arn, expected),
  ]);
  const { label, kind } = expected;
  const { account } = session.login;
  const origin = liveOrigin(arn, expected.origin);
  return {
    kind,
    label,
    arn,
    account,
    region,
    tags,
    ...(policy && { policy }),
    aliases,
    rotation,
    grants,
    origin,
  };
}

async function policyOf(
  session: Session,
  kms: KMSClient,
  KeyId: string,
  expected: Key,
): Promise<TracedPolicy | undefined> {
  const name = `key policy of ${expected.label}`;
  const context = { kind: 'resource', name, address: KeyId, expected: expected.policy } as const;
  const found = await session.asker.ask(`GetKeyPolicy ${expected.label}`, 'taken as unknown', () =>
    kms.send(new GetKeyPolicyCommand({ KeyId, PolicyName: 'default' })),
  );
  return livePolicy(
    session,
    documentIn(found, ({ Policy }) => Policy),
    context,
  );
}

async function aliasesOf(
  asker: Asker,
  kms: KMSClient,
  KeyId: string,
  expected: Key,
): Promise<readonly string[]> {
  const found = await asker.ask(`ListAliases ${expected.label}`, 'taken from the stacks', () =>
    allOf(paginateListAliases({ client: kms }, { KeyId }), (page) => page.Aliases),
  );
  if (!answered(found)) return expected.aliases;
  return found.map(({ AliasName = '' }) => AliasName.replace(/^alias\//, ''));
}

async function rotates(asker: Asker, kms: KMSClient, KeyId: string, expected: Key): Promise<boolean> {
  const found = await asker.ask(`GetKeyRotationStatus ${expected.label}`, 'taken from the stacks', () =>
    kms.send(new GetKeyRotationStatusCommand({ KeyId })),
  );
  return answered(found) ? (found.KeyRotationEnabled ?? false) : expected.rotation;
}

async function keyTags(asker: Asker, kms: KMSClient, KeyId: string, expected: Key): Promise<Tags> {
  const found = await asker.ask(`ListResourceTags ${expected.label}`, 'taken from the stacks', () =>
    allOf(paginateListResourceTags({ client: kms }, { KeyId }), (page) => page.Tags),
  );
  if (!answered(found)) return expected.tags;
  return Object.fromEntries(found.map(({ TagKey = '', TagValue = '' }) => [TagKey, TagValue]));
}

/** All grants of a key. */
async function grantsOf(
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

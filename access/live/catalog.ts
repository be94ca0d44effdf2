import { GetDataCatalogEncryptionSettingsCommand, GetResourcePolicyCommand } from '@aws-sdk/client-glue';
import type { Catalog } from '../model/model';
import type { TracedPolicy } from '../model/origin';
import { answered } from './ask';
import type { KeyArns } from './key-arns';
import { liveOrigin, type Session } from './session';
import { documentIn, livePolicy } from './policies';

/** The Glue catalog of a region: every account has one. */
export async function readCatalog(session: Session, keyArns: KeyArns, expected: Catalog): Promise<Catalog> {
  const region = session.region(expected.region);
  const arn = session.arn('glue', region, 'catalog');
  const [policy, keyArn] = await Promise.all([
    policyOf(session, region, arn, expected),
    keyOf(session, keyArns, region, expected),
  ]);
  const { kind, label, tags } = expected;
  const { account } = session.login;
  const origin = liveOrigin(arn, expected.origin);
  return { kind, label, arn, account, region, tags, ...(policy && { policy }), keyArn, origin };
}

async function policyOf(
  session: Session,
  region: string,
  address: string,
  expected: Catalog,
): Promise<TracedPolicy | undefined> {
  const name = 'resource policy of the Glue catalog';
  const context = { kind: 'resource', name, address, expected: expected.policy } as const;
  const found = await session.asker.ask(`glue:GetResourcePolicy in ${region}`, 'taken as unknown', () =>
    session.clients(region).glue.send(new GetResourcePolicyCommand({})),
  );
  return livePolicy(
    session,
    documentIn(found, ({ PolicyInJson }) => PolicyInJson),
    context,
  );
}

async function keyOf(
  session: Session,
  keyArns: KeyArns,
  region: string,
  expected: Catalog,
): Promise<string | undefined> {
  const found = await session.asker.ask(
    `GetDataCatalogEncryptionSettings in ${region}`,
    'taken from the stacks',
    () => session.clients(region).glue.send(new GetDataCatalogEncryptionSettingsCommand({})),
  );
  if (found === 'refused') return keyArns.ofModel(expected.keyArn);
  const atRest = answered(found) ? found.DataCatalogEncryptionSettings?.EncryptionAtRest : undefined;
  if (atRest?.CatalogEncryptionMode === undefined || atRest.CatalogEncryptionMode === 'DISABLED')
    return undefined;
  return keyArns.of(region, atRest.SseAwsKmsKeyId ?? 'alias/aws/glue');
}

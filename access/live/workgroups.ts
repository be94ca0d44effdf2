import { GetWorkGroupCommand, paginateListTagsForResource } from '@aws-sdk/client-athena';
import type { Tags, Workgroup } from '../model/model';
import { allOf, answered } from './ask';
import type { KeyArns } from './key-arns';
import { liveOrigin, type Session } from './session';
import { tagsOf } from './tags';

/** A workgroup of the model as it stands; undefined where there is none. */
export async function readWorkgroup(
  session: Session,
  keyArns: KeyArns,
  expected: Workgroup,
): Promise<Workgroup | undefined> {
  const { asker, login } = session;
  const { kind, label, name } = expected;
  const region = session.region(expected.region);
  const found = await asker.ask(`GetWorkGroup ${name}`, 'taken from the stacks', () =>
    session.clients(region).athena.send(new GetWorkGroupCommand({ WorkGroup: name })),
  );
  if (found === 'missing') {
    asker.noteMissing(`the workgroup ${name}`, label);
    return undefined;
  }
  const arn = session.arn('athena', region, `workgroup/${name}`);
  const tags = await workgroupTags(session, region, arn, expected);
  const base = { kind, label, name, arn, account: login.account, region, tags };
  const origin = liveOrigin(arn, expected.origin);
  if (!answered(found)) {
    return { ...expected, ...base, keyArn: await keyArns.ofModel(expected.keyArn), origin };
  }
  const { EnforceWorkGroupConfiguration, ResultConfiguration } = found.WorkGroup?.Configuration ?? {};
  return {
    ...base,
    enforced: EnforceWorkGroupConfiguration ?? false,
    outputLocation: ResultConfiguration?.OutputLocation,
    keyArn: await keyArns.of(region, ResultConfiguration?.EncryptionConfiguration?.KmsKey),
    origin,
  };
}

async function workgroupTags(
  session: Session,
  region: string,
  ResourceARN: string,
  expected: Workgroup,
): Promise<Tags> {
  const found = await session.asker.ask(`ListTagsForResource ${ResourceARN}`, 'taken from the stacks', () =>
    allOf(
      paginateListTagsForResource({ client: session.clients(region).athena }, { ResourceARN }),
      (page) => page.Tags,
    ),
  );
  return answered(found) ? tagsOf(found) : expected.tags;
}

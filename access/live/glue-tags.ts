import { GetTagsCommand } from '@aws-sdk/client-glue';
import type { Tags } from '../model/model';
import { answered } from './ask';
import type { Session } from './session';

/** Tags of something of Glue. */
export async function glueTags(
  session: Session,
  region: string,
  ResourceArn: string,
  expected: Tags,
): Promise<Tags> {
  const found = await session.asker.ask(`glue:GetTags ${ResourceArn}`, 'taken from the stacks', () =>
    session.clients(region).glue.send(new GetTagsCommand({ ResourceArn })),
  );
  return answered(found) ? (found.Tags ?? {}) : expected;
}

import { GetTagsCommand } from '@aws-sdk/client-glue';
import { paginateListTags, type SageMakerClient } from '@aws-sdk/client-sagemaker';
import type { Tags } from '../model/model';
import { answered, allOf } from './ask';
import type { Session } from './session';

/** A list of tags, as most services send it. */
export function tagsOf(
  list: readonly { readonly Key?: string | undefined; readonly Value?: string | undefined }[] | undefined,
): Tags {
  return Object.fromEntries((list ?? []).map(({ Key = '', Value = '' }) => [Key, Value]));
}

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

/** Tags of something of SageMaker. */
export async function studioTags(
  { asker }: Session,
  client: SageMakerClient,
  ResourceArn: string,
  expected: Tags,
): Promise<Tags> {
  const found = await asker.ask(`sagemaker:ListTags ${ResourceArn}`, 'taken from the stacks', () =>
    allOf(paginateListTags({ client }, { ResourceArn }), (page) => page.Tags),
  );
  return answered(found) ? tagsOf(found) : expected;
}

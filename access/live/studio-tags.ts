import { paginateListTags, type SageMakerClient } from '@aws-sdk/client-sagemaker';
import type { Tags } from '../model/model';
import { allOf, answered } from './ask';
import type { Session } from './session';
import { tagsOf } from './tags';

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

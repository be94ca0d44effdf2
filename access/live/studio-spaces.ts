import { paginateListSpaces } from '@aws-sdk/client-sagemaker';
import { nameOf } from '../../aws/arn';
import type { OtherResource, StudioDomain } from '../model/model';
import { allOf, answered } from './ask';
import { liveOrigin } from './origin';
import type { Session } from './session';
import { studioTags } from './studio-tags';

/** The spaces of a domain, whoever made them. */
export async function readSpaces(
  session: Session,
  domain: StudioDomain,
  expected: readonly OtherResource[],
): Promise<readonly OtherResource[]> {
  const { asker } = session;
  const { id, account, region } = domain;
  const { sagemaker } = session.clients(region);
  const list = await asker.ask(`ListSpaces ${domain.label}`, 'its spaces are not counted', () =>
    allOf(paginateListSpaces({ client: sagemaker }, { DomainIdEquals: id }), (page) => page.Spaces),
  );
  if (!answered(list)) return [];
  for (const one of expected) {
    if (!list.some(({ SpaceName }) => SpaceName === nameOf(one.arn)))
      asker.noteMissing(`the space ${one.label}`);
  }
  return Promise.all(
    list.map(async ({ SpaceName: name = '' }): Promise<OtherResource> => {
      const counterpart = expected.find((one) => nameOf(one.arn) === name);
      const arn = session.arn('sagemaker', region, `space/${id}/${name}`);
      return {
        kind: 'other',
        type: 'aws_sagemaker_space',
        label: counterpart?.label ?? `${domain.label}/${name}`,
        arn,
        account,
        region,
        tags: await studioTags(session, sagemaker, arn, counterpart?.tags ?? {}),
        origin: liveOrigin(arn, counterpart?.origin),
      };
    }),
  );
}

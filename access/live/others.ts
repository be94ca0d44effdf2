import { GetCrawlerCommand } from '@aws-sdk/client-glue';
import { DescribeMlflowTrackingServerCommand } from '@aws-sdk/client-sagemaker';
import { parseArn } from '../../aws/arn';
import type { OtherResource, Tags } from '../model/model';
import type { NoAnswer } from './ask';
import { glueTags, studioTags } from './tags';
import { liveOrigin, type Session } from './session';

interface Reader {
  /** Asks for the resource by its name. */
  find(session: Session, region: string, name: string): Promise<unknown>;
  tags(session: Session, region: string, arn: string, expected: Tags): Promise<Tags>;
}

const readers: Readonly<Record<string, Reader>> = {
  aws_glue_crawler: {
    find: (session, region, Name) =>
      session.asker.ask(`GetCrawler ${Name}`, 'taken as existing', () =>
        session.clients(region).glue.send(new GetCrawlerCommand({ Name })),
      ),
    tags: glueTags,
  },
  aws_sagemaker_mlflow_tracking_server: {
    find: (session, region, TrackingServerName) =>
      session.asker.ask(`DescribeMlflowTrackingServer ${TrackingServerName}`, 'taken as existing', () =>
        session
          .clients(region)
          .sagemaker.send(new DescribeMlflowTrackingServerCommand({ TrackingServerName })),
      ),
    tags: (session, region, arn, expected) =>
      studioTags(session, session.clients(region).sagemaker, arn, expected),
  },
};

/** Any other resource of the model as it stands; as the model has it where its kind is not read back. */
export async function readOther(
  session: Session,
  expected: OtherResource,
): Promise<OtherResource | undefined> {
  const { account } = session.login;
  const region = session.region(expected.region);
  const { service = '', resource = '' } = parseArn(expected.arn) ?? {};
  const arn = session.arn(service, region, resource);
  const live = { ...expected, arn, account, region, origin: liveOrigin(arn, expected.origin) };
  const reader = readers[expected.type];
  if (!reader) {
    session.asker.note(`${expected.type} ${expected.label} is not read back: taken from the stacks`);
    return live;
  }
  const missing: NoAnswer = 'missing';
  if ((await reader.find(session, region, arn.slice(arn.lastIndexOf('/') + 1))) === missing) {
    session.asker.noteMissing(`${expected.type} ${expected.label}`);
    return undefined;
  }
  return { ...live, tags: await reader.tags(session, region, arn, expected.tags) };
}

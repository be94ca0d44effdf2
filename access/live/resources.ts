import type { OtherResource, Resource, UserProfile } from '../model/model';
import { readAccessPoints } from './access-points';
import { readBucket } from './buckets';
import { readCatalog } from './catalog';
import { readDatabase } from './databases';
import { KeyArns } from './key-arns';
import { readKey } from './keys';
import { readOther } from './others';
import type { Session } from './session';
import { readStudio } from './studio';
import { readTopic } from './topics';
import { readWorkgroup } from './workgroups';

/** The resources of the model as they stand, each with what stands in it: access points, tables, profiles, spaces. */
export async function readResources(
  session: Session,
  expected: readonly Resource[],
): Promise<readonly Resource[]> {
  const own = session.own(expected);
  const keyArns = new KeyArns(
    session,
    own.filter((one) => one.kind === 'key'),
  );
  const found = await Promise.all(own.map((one) => readResource(session, keyArns, one, own)));
  return found.flat().filter((one) => one !== undefined);
}

async function readResource(
  session: Session,
  keyArns: KeyArns,
  one: Resource,
  all: readonly Resource[],
): Promise<readonly (Resource | undefined)[]> {
  switch (one.kind) {
    case 'bucket': {
      const bucket = await readBucket(session, keyArns, one);
      const points = all.filter((other) => other.kind === 'access point');
      return bucket ? [bucket, ...(await readAccessPoints(session, bucket, points))] : [];
    }
    case 'key':
      return [await readKey(session, keyArns, one)];
    case 'catalog':
      return [await readCatalog(session, keyArns, one)];
    case 'database':
      return readDatabase(
        session,
        one,
        all.filter((other) => other.kind === 'table'),
      );
    case 'workgroup':
      return [await readWorkgroup(session, keyArns, one)];
    case 'studio domain': {
      const profiles = all.filter((other) => isProfileOf(other, one.id));
      const spaces = all.filter((other) => isSpaceOf(other, one.id));
      return readStudio(session, keyArns, one, { profiles, spaces });
    }
    case 'topic':
      return [await readTopic(session, keyArns, one)];
    case 'other':
      return one.type === 'aws_sagemaker_space' ? [] : [await readOther(session, one)];
    // Read with what they stand in.
    case 'access point':
    case 'table':
    case 'user profile':
      return [];
  }
}

function isProfileOf(one: Resource, domainId: string): one is UserProfile {
  return one.kind === 'user profile' && one.domainId === domainId;
}

function isSpaceOf(one: Resource, domainId: string): one is OtherResource {
  return one.kind === 'other' && one.type === 'aws_sagemaker_space' && one.arn.includes(`/${domainId}/`);
}

import { nameOf } from '../../aws/arn';
import {
  DescribeDomainCommand,
  paginateListDomains,
  DescribeUserProfileCommand,
  paginateListUserProfiles,
  paginateListSpaces,
} from '@aws-sdk/client-sagemaker';
import type { OtherResource, StudioDomain, UserProfile } from '../model/model';
import { allOf, answered } from './ask';
import type { KeyArns } from './key-arns';
import { liveOrigin, type Session } from './session';
import { studioTags } from './tags';

/** What the model has in a domain. */
interface Inhabitants {
  readonly profiles: readonly UserProfile[];
  readonly spaces: readonly OtherResource[];
}

/** A Studio domain of the model as it stands, and its profiles and spaces, whoever made them; nothing where there is none. */
export async function readStudio(
  session: Session,
  keyArns: KeyArns,
  expected: StudioDomain,
  inhabitants: Inhabitants,
): Promise<readonly (StudioDomain | UserProfile | OtherResource)[]> {
  const { asker } = session;
  const { name, label } = expected;
  const region = session.region(expected.region);
  const { sagemaker } = session.clients(region);
  const list = await asker.ask(`ListDomains in ${region}`, `nothing is known of ${label}`, () =>
    allOf(paginateListDomains({ client: sagemaker }, {}), (page) => page.Domains),
  );
  if (!answered(list)) return [];
  const found = list.filter(({ DomainName }) => DomainName === name);
  if (found.length === 0) asker.noteMissing(`the Studio domain ${name}`, label);
  if (found.length > 1) asker.note(`there are ${String(found.length)} Studio domains ${name}: all are read`);
  const all = found.map(async ({ DomainId = '', DomainArn = '' }) => {
    const domain = await domainOf(session, keyArns, expected, { id: DomainId, arn: DomainArn });
    if (!domain) return [];
    const [profiles, spaces] = await Promise.all([
      readProfiles(session, domain, inhabitants.profiles),
      readSpaces(session, domain, inhabitants.spaces),
    ]);
    return [domain, ...profiles, ...spaces];
  });
  return (await Promise.all(all)).flat();
}

async function domainOf(
  session: Session,
  keyArns: KeyArns,
  expected: StudioDomain,
  { id, arn }: { readonly id: string; readonly arn: string },
): Promise<StudioDomain | undefined> {
  const { name, label } = expected;
  const region = session.region(expected.region);
  const { sagemaker } = session.clients(region);
  const tags = await studioTags(session, sagemaker, arn, expected.tags);
  const base = {
    kind: 'studio domain',
    label,
    name,
    id,
    arn,
    account: session.login.account,
    region,
  } as const;
  const origin = liveOrigin(arn, expected.origin);
  const found = await session.asker.ask(`DescribeDomain ${name}`, 'taken from the stacks', () =>
    sagemaker.send(new DescribeDomainCommand({ DomainId: id })),
  );
  if (found === 'missing') return undefined;
  if (!answered(found)) {
    return { ...expected, ...base, tags, keyArn: await keyArns.ofModel(expected.keyArn), origin };
  }
  return {
    ...base,
    tags,
    authMode: found.AuthMode ?? '',
    networkAccess: found.AppNetworkAccessType ?? 'PublicInternetOnly',
    executionRoleIdentity: found.DomainSettings?.ExecutionRoleIdentityConfig,
    executionRoleArn: found.DefaultUserSettings?.ExecutionRole,
    keyArn: await keyArns.of(region, found.KmsKeyId),
    origin,
  };
}

/** The profiles of a domain, whoever made them. */
async function readProfiles(
  session: Session,
  domain: StudioDomain,
  expected: readonly UserProfile[],
): Promise<readonly UserProfile[]> {
  const { asker } = session;
  const { id: DomainId, account, region } = domain;
  const { sagemaker } = session.clients(region);
  const list = await asker.ask(`ListUserProfiles ${domain.label}`, 'its profiles are not counted', () =>
    allOf(
      paginateListUserProfiles({ client: sagemaker }, { DomainIdEquals: DomainId }),
      (page) => page.UserProfiles,
    ),
  );
  if (!answered(list)) return [];
  for (const { name, label } of expected) {
    if (!list.some(({ UserProfileName }) => UserProfileName === name))
      asker.noteMissing(`the user profile ${label}`);
  }
  return Promise.all(
    list.map(async ({ UserProfileName: name = '' }): Promise<UserProfile> => {
      const counterpart = expected.find((one) => one.name === name);
      const label = counterpart?.label ?? `${domain.label}/${name}`;
      const arn = session.arn('sagemaker', region, `user-profile/${DomainId}/${name}`);
      const [found, tags] = await Promise.all([
        asker.ask(`DescribeUserProfile ${label}`, 'taken from the stacks', () =>
          sagemaker.send(new DescribeUserProfileCommand({ DomainId, UserProfileName: name })),
        ),
        studioTags(session, sagemaker, arn, counterpart?.tags ?? {}),
      ]);
      const executionRoleArn = answered(found)
        ? found.UserSettings?.ExecutionRole
        : counterpart?.executionRoleArn;
      const origin = liveOrigin(arn, counterpart?.origin);
      return {
        kind: 'user profile',
        label,
        name,
        domainId: DomainId,
        arn,
        account,
        region,
        tags,
        executionRoleArn,
        origin,
      };
    }),
  );
}

/** The spaces of a domain, whoever made them. */
async function readSpaces(
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

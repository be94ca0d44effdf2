import { DescribeDomainCommand, paginateListDomains } from '@aws-sdk/client-sagemaker';
import type { OtherResource, StudioDomain, UserProfile } from '../model/model';
import { allOf, answered } from './ask';
import type { KeyArns } from './key-arns';
import { liveOrigin } from './origin';
import type { Session } from './session';
import { readProfiles } from './studio-profiles';
import { readSpaces } from './studio-spaces';
import { studioTags } from './studio-tags';

/** What the model has in a domain. */
export interface Inhabitants {
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

import type { Holding } from '../../proxy/gap';
import type { MotoClient, Place } from '../../proxy/moto-client';
import { childText, elementsAt, parseXml, type XmlElement } from '../../proxy/xml';
import type { Lister } from '../service';

const LISTINGS = [
  { type: 'role', action: 'ListRoles', list: 'Roles' },
  { type: 'policy', action: 'ListPolicies', list: 'Policies', more: { Scope: 'Local' } },
  { type: 'user', action: 'ListUsers', list: 'Users' },
  { type: 'group', action: 'ListGroups', list: 'Groups' },
  { type: 'instance profile', action: 'ListInstanceProfiles', list: 'InstanceProfiles' },
  { type: 'saml provider', action: 'ListSAMLProviders', list: 'SAMLProviderList' },
  { type: 'oidc provider', action: 'ListOpenIDConnectProviders', list: 'OpenIDConnectProviderList' },
];

/** IAM's own: roles with what is attached to them, policies, users, groups, identity providers. */
export const listIam: Lister = async (moto, place) => {
  const found: Holding[] = [];
  for (const { type, action, list, more } of LISTINGS) {
    for (const member of await members(moto, place, { Action: action, ...more }, list)) {
      const arn = childText(member, 'Arn');
      found.push({ service: 'iam', type, id: arn });
      if (type === 'role') found.push(...(await attached(moto, place, arn, childText(member, 'RoleName'))));
    }
  }
  return found;
};

async function attached(moto: MotoClient, place: Place, arn: string, RoleName: string): Promise<Holding[]> {
  const managed = await members(
    moto,
    place,
    { Action: 'ListAttachedRolePolicies', RoleName },
    'AttachedPolicies',
  );
  const inline = await members(moto, place, { Action: 'ListRolePolicies', RoleName }, 'PolicyNames');
  const names = [
    ...managed.map((policy) => childText(policy, 'PolicyArn')),
    ...inline.map(({ text }) => text),
  ];
  return names.map((name) => ({ service: 'iam', type: 'role policy', id: `${arn} ${name}` }));
}

async function members(
  moto: MotoClient,
  place: Place,
  parameters: Record<string, string>,
  list: string,
): Promise<XmlElement[]> {
  const found: XmlElement[] = [];
  let Marker: string | undefined;
  do {
    const page = parseXml(
      await moto.query(place, 'iam', '2010-05-08', {
        ...parameters,
        MaxItems: '1000',
        ...(Marker ? { Marker } : {}),
      }),
    );
    found.push(...elementsAt(page, [list, 'member']));
    Marker =
      elementsAt(page, ['IsTruncated'])[0]?.text === 'true'
        ? elementsAt(page, ['Marker'])[0]?.text
        : undefined;
  } while (Marker);
  return found;
}

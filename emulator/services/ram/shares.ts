import { createHash } from 'node:crypto';
import { jsonAnswer } from '../../proxy/answer';
import type { Gap, GapContext } from '../../proxy/gap';
import type { GrantStore } from '../lakeformation/grant-store';
import type { Json } from '../../proxy/request';

/**
 * moto cannot tell what other accounts share. Known here are the shares that Lake Formation makes by itself for
 * grants across accounts: one from each account that granted something; shares made by hand are not.
 */
export function ramForeignShares(context: GapContext, grants: GrantStore): Gap {
  return {
    name: 'ram-foreign-shares',
    matches: (request) =>
      request.service === 'ram' &&
      request.path === '/getresourceshares' &&
      request.json()['resourceOwner'] === 'OTHER-ACCOUNTS',
    async handle(request) {
      const { account, region } = await context.place(request);
      const { name, resourceShareArns } = request.json();
      const owners = grants
        .all()
        .filter(({ grant }) => accountOf(grant.Principal.DataLakePrincipalIdentifier) === account)
        .map(({ place }) => place.split('/'))
        .filter(([where, owner]) => where === region && owner !== account)
        .map(([, owner = '']) => owner);
      const shares = [...new Set(owners)].map((owner) => shareOf(owner, account, region));
      const isAsked = (share: Json): boolean =>
        (!name || share['name'] === name) &&
        (!resourceShareArns || (resourceShareArns as unknown[]).includes(share['resourceShareArn']));
      return jsonAnswer({ resourceShares: shares.filter(isAsked) });
    },
  };
}

function shareOf(owner: string, account: string, region: string): Json {
  const id = createHash('sha256').update(`${owner}/${account}/${region}`).digest('hex').slice(0, 32);
  return {
    resourceShareArn: `arn:aws:ram:${region}:${owner}:resource-share/${id}`,
    name: `LakeFormation-V3-${id.slice(0, 10).toUpperCase()}`,
    owningAccountId: owner,
    allowExternalPrincipals: true,
    status: 'ACTIVE',
  };
}

/** The account of a principal, which is an account itself or an ARN. */
function accountOf(principal: string): string {
  return principal.split(':')[4] ?? principal;
}

import { createHash } from 'node:crypto';
import { jsonAnswer } from '../../proxy/answer';
import type { Gap, GapContext } from '../../proxy/gap';
import type { Json } from '../../proxy/request';
import type { GrantStore } from '../lakeformation/grant-store';

interface Tag {
  readonly key: string;
  readonly value: string;
}

const PATHS = ['/createresourceshare', '/getresourceshares', '/tagresource', '/untagresource'];

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

/**
 * moto has no invitations to a resource share. Here, as between accounts of one organization with sharing
 * switched on, nobody needs one.
 */
export const ramInvitations: Gap = {
  name: 'ram-invitations',
  matches: (request) => request.service === 'ram' && request.path === '/getresourceshareinvitations',
  handle: () => Promise.resolve(jsonAnswer({ resourceShareInvitations: [] })),
};

/** moto drops the tags of resource shares. */
export function ramTags(): Gap {
  const tags = new Map<string, Tag[]>();
  const without = (arn: string, keys: readonly string[]): Tag[] =>
    (tags.get(arn) ?? []).filter((tag) => !keys.includes(tag.key));
  return {
    name: 'ram-tags',
    matches: (request) => request.service === 'ram' && PATHS.includes(request.path),
    async handle(request, forward) {
      const body = request.json();
      const arn = String(body['resourceShareArn']);
      const added = (body['tags'] ?? []) as Tag[];
      switch (request.path) {
        case '/tagresource':
          tags.set(arn, [
            ...without(
              arn,
              added.map((tag) => tag.key),
            ),
            ...added,
          ]);
          return jsonAnswer({});
        case '/untagresource':
          tags.set(arn, without(arn, (body['tagKeys'] ?? []) as string[]));
          return jsonAnswer({});
        default: {
          const answer = await forward(request);
          if (answer.status >= 300) return answer;
          const told = JSON.parse(answer.body.toString()) as {
            resourceShare?: Json;
            resourceShares?: Json[];
          };
          if (told.resourceShare) tags.set(String(told.resourceShare['resourceShareArn']), added);
          const complete = (share: Json): Json => ({
            ...share,
            tags: tags.get(String(share['resourceShareArn'])) ?? [],
          });
          if (told.resourceShare) return jsonAnswer({ resourceShare: complete(told.resourceShare) });
          return jsonAnswer({ resourceShares: (told.resourceShares ?? []).map(complete) });
        }
      }
    },
  };
}

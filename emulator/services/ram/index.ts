import type { GapContext } from '../../proxy/gap';
import type { Json } from '../../proxy/request';
import type { GrantStore } from '../lakeformation/grant-store';
import type { Lister, Service } from '../service';
import { ramAssociations } from './associations';
import { ramForeignShares, ramInvitations, ramTags } from './shares';

/** RAM: what joins and leaves a share, tags, and the shares that Lake Formation makes for its grants. */
export function ram(context: GapContext, grants: GrantStore): Service {
  return {
    name: 'ram',
    gaps: [ramAssociations(context), ramForeignShares(context, grants), ramInvitations, ramTags()],
    list: listShares,
  };
}

/** Resource shares that are not deleted. */
const listShares: Lister = async (moto, place) => {
  const body = { resourceOwner: 'SELF' };
  const answer = await moto.get(place, 'ram', '/getresourceshares', 'POST', body);
  return ((JSON.parse(answer) as { resourceShares?: Json[] }).resourceShares ?? [])
    .filter((share) => share['status'] !== 'DELETED')
    .map((share) => ({ service: 'ram', type: 'share', id: String(share['resourceShareArn']) }));
};

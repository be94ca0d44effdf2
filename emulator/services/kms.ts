import type { Holding } from '../proxy/gap';
import type { Json } from '../proxy/request';
import { regional, type Lister } from './lister';

/** Keys that are not waiting for their deletion, and the aliases that are not AWS's own. */
export const listKms: Lister = async (moto, place) => {
  const found: Holding[] = [];
  const { Keys } = await moto.json(place, 'kms', 'TrentService.ListKeys');
  for (const { KeyId } of Keys as { KeyId: string }[]) {
    const { KeyMetadata } = await moto.json(place, 'kms', 'TrentService.DescribeKey', { KeyId });
    if ((KeyMetadata as Json)['KeyState'] === 'PendingDeletion') continue;
    found.push({ service: 'kms', type: 'key', id: regional(place, KeyId) });
  }
  const { Aliases } = await moto.json(place, 'kms', 'TrentService.ListAliases');
  for (const { AliasName } of Aliases as { AliasName: string }[]) {
    if (AliasName.startsWith('alias/aws/')) continue;
    found.push({ service: 'kms', type: 'alias', id: regional(place, AliasName) });
  }
  return found;
};

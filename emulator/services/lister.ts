import type { MotoClient, Place } from '../proxy/moto-client';
import type { Holding } from '../proxy/gap';

/** Lists all of some types that exist in one account and region. */
export type Lister = (moto: MotoClient, place: Place) => Promise<Holding[]>;

/** An id that tells the same name in two regions apart. */
export function regional(place: Place, name: string): string {
  return `${place.account}/${place.region}/${name}`;
}

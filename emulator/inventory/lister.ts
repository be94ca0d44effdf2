import type { MotoClient, Place } from '../call';
import type { Holding } from '../gap';

/** Lists all of some types that exist in one account and region. */
export type Lister = (moto: MotoClient, place: Place) => Promise<Holding[]>;

/** An id that tells the same name in two regions apart. */
export function regional(place: Place, name: string): string {
  return `${place.account}/${place.region}/${name}`;
}

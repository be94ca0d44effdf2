import type { Gap, Holding } from '../proxy/gap';
import type { MotoClient, Place } from '../proxy/moto-client';
import type { Json } from '../proxy/request';

/** What the emulator knows of one AWS service, besides what moto does. */
export interface Service {
  /** As calls to it are signed. */
  readonly name: string;
  /** What moto does otherwise than AWS, in the order in which it is asked: each gap forwards to the next. */
  readonly gaps?: readonly Gap[];
  /** Lists what moto keeps; a service without it keeps nothing there that stays. */
  readonly list?: Lister;
}

/** Lists all of some types that exist in one account and region. */
export type Lister = (moto: MotoClient, place: Place) => Promise<Holding[]>;

/** An id that tells the same name in two accounts or regions apart. */
export function regional(place: Place, name: string): string {
  return `${place.account}/${place.region}/${name}`;
}

/** A type that a JSON service lists in one call, page by page. */
export interface JsonListing {
  readonly type: string;
  readonly target: string;
  /** Where the answer has its entries, and which of their fields names them; none where they are names. */
  readonly list: string;
  readonly id?: string;
  readonly body?: Json;
  /** The one that every account has by itself. */
  readonly builtIn?: string;
}

/** A lister of some types of a JSON service. */
export function listing(service: string, ...types: readonly JsonListing[]): Lister {
  return async (moto, place) =>
    (await Promise.all(types.map((one) => entries(moto, place, service, one)))).flat();
}

async function entries(
  moto: MotoClient,
  place: Place,
  service: string,
  { type, target, list, id, body, builtIn }: JsonListing,
): Promise<Holding[]> {
  const found: Holding[] = [];
  let token: Json = {};
  do {
    const page = await moto.json(place, service, target, { ...body, ...token });
    for (const entry of (page[list] ?? []) as unknown[]) {
      const name = id ? (entry as Json)[id] : entry;
      if (name !== builtIn) found.push({ service, type, id: regional(place, String(name)) });
    }
    token = nextPage(page);
  } while (Object.keys(token).length > 0);
  return found;
}

function nextPage(page: Json): Json {
  const name = ['NextToken', 'nextToken'].find((key) => page[key]);
  return name ? { [name]: page[name] } : {};
}

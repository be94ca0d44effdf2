import type { Place } from './moto-client';

/** Things kept per account and region, by name. */
export class Placed<T> {
  private readonly kept = new Map<
    string,
    { readonly place: Place; readonly name: string; readonly value: T }
  >();

  get(place: Place, name: string): T | undefined {
    return this.kept.get(key(place, name))?.value;
  }

  set(place: Place, name: string, value: T): void {
    this.kept.set(key(place, name), { place, name, value });
  }

  delete(place: Place, name: string): boolean {
    return this.kept.delete(key(place, name));
  }

  /** All of one account and region. */
  at(place: Place): T[] {
    return [...this.kept.values()]
      .filter((entry) => samePlace(entry.place, place))
      .map((entry) => entry.value);
  }

  /** All of them, with where they are. */
  all(): { readonly place: Place; readonly name: string; readonly value: T }[] {
    return [...this.kept.values()];
  }
}

function key(place: Place, name: string): string {
  return `${place.account}/${place.region}/${name}`;
}

function samePlace(a: Place, b: Place): boolean {
  return a.account === b.account && a.region === b.region;
}

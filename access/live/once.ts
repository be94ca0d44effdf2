/** Answers that are asked for several times and fetched once. */
export class Once<T> {
  private readonly known = new Map<string, Promise<T>>();

  get(name: string, fetch: () => Promise<T>): Promise<T> {
    const found = this.known.get(name) ?? fetch();
    this.known.set(name, found);
    return found;
  }
}

/** Every value whose key an earlier value had already, with that earlier one. */
export function repeated<T>(values: Iterable<T>, key: (value: T) => string): readonly (readonly [T, T])[] {
  const first = new Map<string, T>();
  const pairs: (readonly [T, T])[] = [];
  for (const value of values) {
    const known = key(value);
    const earlier = first.get(known);
    if (earlier === undefined) first.set(known, value);
    else pairs.push([earlier, value]);
  }
  return pairs;
}

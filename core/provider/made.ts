import { type Expression, expression } from './expression';

const address: unique symbol = Symbol('terralake.address');

/** Something that a resource can wait for, or be replaced with. */
export interface Referable {
  readonly [address]: string;
}

/** What a drawn resource can be asked for: its attributes, as Terraform strings. */
export type Attributes<Made> = Referable & {
  readonly [K in keyof Made as Attribute<K, Made[K]>]: Made[K] extends string ? string : Expression;
};

// Of the bindings' classes: what is read, not what is called or what was put in.
type Attribute<K, V> = K extends `${string}Input` | 'node' | 'tfResourceType' | `terraform${string}`
  ? never
  : V extends (...args: never[]) => unknown
    ? never
    : K;

/** The resource at an address: every property is the attribute of that name. */
export function made<Made>(
  at: string,
  type: { readonly irregular: Readonly<Record<string, string>> },
): Attributes<Made> {
  return new Proxy({ [address]: at } as Attributes<Made>, {
    get: (target, key) =>
      typeof key === 'symbol'
        ? (target as unknown as Record<symbol, unknown>)[key]
        : expression(`${at}.${type.irregular[key] ?? snakeCase(key)}`),
  });
}

/** `<type>.<name>`, for `depends_on` and inside expressions. */
export function addressIn(referable: Referable): string {
  return referable[address];
}

/** Terraform's spelling of a name in camel case. */
export function snakeCase(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

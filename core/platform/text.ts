import type { Place } from '../../diagnostics/diagnostic';

/** A part of a text that only Terraform knows. */
type DynamicPart =
  | {
      readonly kind: 'parameter';
      readonly path: string;
      readonly origin: ReferenceOrigin;
      readonly place: Place;
    }
  | { readonly kind: 'account' | 'region' | 'partition'; readonly place: Place };

/** How a reference to a parameter was written; an unknown one is an error for all but `ssm`. */
export type ReferenceOrigin = 'ssm' | 'generated-role' | 'project';

type TextPart = string | DynamicPart;

/**
 * Text from YAML on its way to Terraform: literal parts and references. It is no string on purpose: only
 * `scope.value` makes one of it, and that is the one place where user text is escaped for Terraform.
 */
export class Text {
  private constructor(readonly parts: readonly TextPart[]) {}

  /** Joins parts; neighbouring literals become one. */
  static of(...parts: readonly (TextPart | Text)[]): Text {
    const joined: TextPart[] = [];
    for (const part of parts.flatMap((p) => (p instanceof Text ? p.parts : [p]))) {
      const last = joined.at(-1);
      if (typeof part === 'string' && typeof last === 'string') joined[joined.length - 1] = last + part;
      else if (part !== '') joined.push(part);
    }
    return new Text(joined);
  }

  /** The literal text, or undefined where a part is known to Terraform only. */
  get literal(): string | undefined {
    if (this.parts.length === 0) return '';
    const [first] = this.parts;
    return this.parts.length === 1 && typeof first === 'string' ? first : undefined;
  }

  /** The parts that only Terraform knows. */
  get dynamicParts(): readonly DynamicPart[] {
    return this.parts.filter((part) => typeof part !== 'string');
  }

  /** The reference, where the text is one reference to a parameter and nothing else. */
  get parameter(): Extract<DynamicPart, { kind: 'parameter' }> | undefined {
    const [first] = this.parts;
    return this.parts.length === 1 && typeof first === 'object' && first.kind === 'parameter'
      ? first
      : undefined;
  }

  /** For people: references as they are written in YAML. Never for Terraform. */
  describe(): string {
    return this.parts.map((part) => (typeof part === 'string' ? part : describePart(part))).join('');
  }

  /** @throws always: a text reaches Terraform through `scope.value` only */
  toString(): never {
    throw new TypeError('a Text must go through scope.value() to reach Terraform');
  }

  /** @throws always, see {@link toString} */
  toJSON(): never {
    return this.toString();
  }
}

function describePart(part: DynamicPart): string {
  return part.kind === 'parameter' ? `{{resolve:ssm:${part.path}}}` : `{{${part.kind}}}`;
}

/** A reference to a parameter, as it is written somewhere in the YAML. */
export type ParameterReference = Extract<DynamicPart, { kind: 'parameter' }>;

/** All references to parameters in a module's parsed configuration (or in any part of one). */
export function readsOf(value: unknown): readonly ParameterReference[] {
  const found: ParameterReference[] = [];
  collect(value, found);
  return found;
}

function collect(value: unknown, found: ParameterReference[]): void {
  if (typeof value !== 'object' || value === null) return;
  if (value instanceof Text) {
    for (const part of value.dynamicParts) if (part.kind === 'parameter') found.push(part);
    return;
  }
  const inner: Iterable<unknown> =
    value instanceof Map || value instanceof Set || Array.isArray(value)
      ? value.values()
      : Object.values(value);
  for (const entry of inner) collect(entry, found);
}

/** What stands in a free-form part of the YAML (a policy document, connection properties, …). */
export type JsonValue =
  Text | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** A free-form object; `scope.json` makes a Terraform value of it. */
export type JsonObject = { readonly [key: string]: JsonValue };

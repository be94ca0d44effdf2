import type * as z from 'zod';

/** One option of a module's YAML, for documentation and for the test that every option is tested. */
export interface Option {
  /** `buckets.*.lifecycleConfiguration`; `*` stands for a key that the user chooses, `[]` for an item. */
  readonly path: string;
  readonly type: string;
  readonly required: boolean;
  /** As JSON; undefined where there is none. */
  readonly default: string | undefined;
  readonly description: string;
}

/** zod's own description of a schema node: only what is read here. */
interface Definition {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly element?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly options?: readonly z.ZodType[];
  readonly entries?: Readonly<Record<string, string>>;
  readonly values?: readonly unknown[];
  readonly defaultValue?: unknown;
}

interface Unwrapped {
  readonly schema: z.ZodType;
  readonly required: boolean;
  readonly fallback: string | undefined;
  readonly description: string;
  readonly leaf: string | undefined;
}

/** All options of a schema, in the order of the schema; maps and lists are entered, leaves are not. */
export function optionPaths(schema: z.ZodType, prefix = ''): readonly Option[] {
  const { schema: inner, leaf } = unwrap(schema);
  if (leaf !== undefined) return [];
  const { type, shape, element, valueType, options } = definition(inner);
  if (type === 'object' && shape) {
    return Object.entries(shape).flatMap(([key, value]) =>
      option(prefix === '' ? key : `${prefix}.${key}`, value),
    );
  }
  if (type === 'array' && element) return optionPaths(element, `${prefix}[]`);
  if (type === 'record' && valueType) return optionPaths(valueType, prefix === '' ? '*' : `${prefix}.*`);
  if (type === 'union' && options) return options.flatMap((part) => optionPaths(part, prefix));
  return [];
}

function option(path: string, schema: z.ZodType): readonly Option[] {
  const { schema: inner, required, fallback, description, leaf } = unwrap(schema);
  const own = { path, type: leaf ?? typeName(inner), required, default: fallback, description };
  return [own, ...optionPaths(schema, path)];
}

function unwrap(schema: z.ZodType): Unwrapped {
  let current = schema;
  let required = true;
  let fallback: string | undefined;
  let description = '';
  let leaf: string | undefined;
  for (;;) {
    const meta = current.meta() as { description?: string; leaf?: string } | undefined;
    if (description === '') description = meta?.description ?? '';
    leaf ??= meta?.leaf;
    const { type, innerType, in: input, defaultValue } = definition(current);
    if (type === 'optional' || type === 'default' || type === 'prefault') required = false;
    if (type === 'default' || type === 'prefault') fallback ??= JSON.stringify(defaultValue);
    const next = type === 'pipe' ? input : innerType;
    if (!next) return { schema: current, required, fallback, description, leaf };
    current = next;
  }
}

function typeName(schema: z.ZodType): string {
  const { type, element, valueType, entries, values, options } = definition(schema);
  const nameOf = (part: z.ZodType): string => {
    const { schema: inner, leaf } = unwrap(part);
    return leaf ?? typeName(inner);
  };
  if (type === 'array' && element) return `list of ${nameOf(element)}`;
  if (type === 'record' && valueType) return `map to ${nameOf(valueType)}`;
  if (type === 'enum') return Object.values(entries ?? {}).join(' \\| ');
  if (type === 'literal') return (values ?? []).map(String).join(' \\| ');
  if (type === 'union') return (options ?? []).map(nameOf).join(' or ');
  return type === 'object' ? 'map' : type;
}

function definition(schema: z.ZodType): Definition {
  return schema.def as unknown as Definition;
}

import type * as z from 'zod';

/** The part of zod's own description of a schema that is looked at here. */
interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly out?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly left?: z.ZodType;
  readonly right?: z.ZodType;
  readonly getter?: () => z.ZodType;
}

/** The keys that a schema's map may have; of a union those of all its maps. */
export function objectKeys(schema: z.ZodType): readonly string[] {
  const { shape } = definition(schema);
  if (shape) return Object.keys(shape);
  return [...new Set(inner(schema).flatMap(objectKeys))];
}

/** The schemas at a path below a schema: several where a union is on the way, none where there is nothing. */
export function schemasAt(schema: z.ZodType, path: readonly PropertyKey[]): readonly z.ZodType[] {
  const [segment, ...rest] = path;
  if (segment === undefined) return [schema];
  const { shape, element, valueType } = definition(schema);
  const next = shape ? shape[String(segment)] : (element ?? valueType);
  if (next) return schemasAt(next, rest);
  return inner(schema).flatMap((wrapped) => schemasAt(wrapped, path));
}

/** What a wrapper (optional, default, pipe, lazy) or a union is made of. */
function inner(schema: z.ZodType): readonly z.ZodType[] {
  const { innerType, in: input, out, options, left, right, getter } = definition(schema);
  const piped = input && definition(input).type === 'transform' ? out : input;
  const wrapped = [innerType, piped, left, right, getter?.(), ...(options ?? [])];
  return wrapped.filter((candidate) => candidate !== undefined);
}

function definition(schema: z.ZodType): Definition {
  return schema.def as unknown as Definition;
}

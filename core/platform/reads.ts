import { type DynamicPart, Text } from './text';

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

import type { NameKind } from '../../aws/limits';

/** Lengths at which MDAA shortens a name with a hash; kinds that it never shortens have none. */
export const maxLength = {
  'iam role': 64,
  'iam policy': 64,
  's3 bucket': 63,
  'kms alias': 256,
  'sns topic': 80,
  'events rule': 64,
  'sagemaker domain': 63,
  'storage lens': 64,
} as const satisfies Partial<Record<NameKind, number>>;

/**
 * MDAA's hash of a name. Only the multiplication wraps to 32 bits, so the result may be negative or exceed
 * them: kept, because names of deployed resources depend on it.
 */
export function nameHash(name: string): string {
  let hash = 0;
  for (const character of name) hash = Math.imul(31, hash) + (character.codePointAt(0) ?? 0);
  return hash.toString(16);
}

/** Cuts a name that reaches `maxLength`, and ends it with a hash of the whole name. */
export function shorten(name: string, maxLength: number): string {
  // `<` and not `<=`: MDAA also cuts a name that fits exactly, and its names are public.
  if (name.length < maxLength) return name;
  const hash = nameHash(name);
  return `${name.slice(0, maxLength - hash.length - 1)}-${hash}`;
}

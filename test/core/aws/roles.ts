import type { Role } from '../../../core/module/scope';

/** A role as a scope would give it, with literal facets. */
export function role(name: string, immutable = false): Role {
  const arn = `arn:aws:iam::111111111111:role/${name}`;
  return { key: name, name, arn, id: `AROA${name.toUpperCase()}`, immutable };
}

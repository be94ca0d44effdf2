import type { Names } from '../../core/naming/names';

/** Name of a generated policy; `part` is '' or '-2', '-3', … of one that had to be split. */
export function policyName(names: Names, key: string, verbatim: boolean, part: string): string {
  return verbatim ? `${key}${part}` : names.resource(`${key}${part}`, 64);
}

export function roleName(names: Names, key: string, verbatim: boolean): string {
  return verbatim ? key : names.resource(key, 64);
}

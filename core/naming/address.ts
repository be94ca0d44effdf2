import type { AddressKey } from '../module/scope';

/**
 * The name in a resource's address: `<module>__<key>__<key>`. Different keys never give the same address:
 * what cannot stand in an address becomes `_<hex>_`, so a double underscore only ever separates.
 */
export function addressOf(module: string, key: AddressKey): string {
  const address = [module, ...(typeof key === 'string' ? [key] : key)].map(escape).join('__');
  // Terraform identifiers start with a letter or an underscore.
  return /^[A-Za-z_]/.test(address) ? address : `_${address}`;
}

function escape(part: string): string {
  return part.replace(/[^A-Za-z0-9-]/gu, (character) => `_${character.codePointAt(0)?.toString(16)}_`);
}

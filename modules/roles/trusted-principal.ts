import type { Text } from '../../core/platform/text';

/** What `trustedPrincipal` stands for. */
export type TrustedPrincipal =
  | { readonly kind: 'service'; readonly service: string }
  | { readonly kind: 'account'; readonly account: string }
  | { readonly kind: 'this account' }
  | { readonly kind: 'arn'; readonly arn: Text }
  | { readonly kind: 'federation'; readonly federation: string };

/** Reads a trusted principal; undefined where it is none. A reference to a parameter stands for an ARN. */
export function readTrustedPrincipal(written: Text): TrustedPrincipal | undefined {
  const known = written.literal;
  if (known === 'this_account') return { kind: 'this account' };
  if (known !== undefined) {
    const [, kind, rest = ''] = /^(service|account|federation):(.+)$/.exec(known) ?? [];
    if (kind === 'service') return { kind, service: rest };
    if (kind === 'account') return /^\d{12}$/.test(rest) ? { kind, account: rest } : undefined;
    if (kind === 'federation') return { kind, federation: rest };
    return known.startsWith('arn:') ? { kind: 'arn', arn: written } : undefined;
  }
  const [first] = written.parts;
  const arn = written.parameter !== undefined || (typeof first === 'string' && first.startsWith('arn:'));
  return arn ? { kind: 'arn', arn: written } : undefined;
}

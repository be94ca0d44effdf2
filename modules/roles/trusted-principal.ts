import { Text } from '../../core/platform/text';

/** What `trustedPrincipal` stands for. */
export type TrustedPrincipal =
  | { readonly kind: 'service'; readonly service: Text }
  | { readonly kind: 'account'; readonly account: Text }
  | { readonly kind: 'this account' }
  | { readonly kind: 'arn'; readonly arn: Text }
  | { readonly kind: 'federation'; readonly federation: string };

/** Reads a trusted principal; undefined where it is none. A reference to a parameter stands for an ARN. */
export function readTrustedPrincipal(written: Text): TrustedPrincipal | undefined {
  if (written.literal === 'this_account') return { kind: 'this account' };
  if (written.parameter) return { kind: 'arn', arn: written };
  const [first, ...others] = written.parts;
  if (typeof first !== 'string') return undefined;
  if (first.startsWith('arn:')) return { kind: 'arn', arn: written };
  const [, kind, rest = ''] = /^(service|account|federation):(.*)$/s.exec(first) ?? [];
  return kind === undefined ? undefined : read(kind, Text.of(rest, ...others));
}

function read(kind: string, text: Text): TrustedPrincipal | undefined {
  const { literal } = text;
  if (literal === '') return undefined;
  if (kind === 'service') return { kind, service: text };
  if (kind === 'account') {
    return literal === undefined || /^\d{12}$/.test(literal) ? { kind, account: text } : undefined;
  }
  return literal === undefined ? undefined : { kind: 'federation', federation: literal };
}

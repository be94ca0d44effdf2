/** AWS's limits on the size of policies, in characters. */
export const policyLimits = {
  'managed policy': 6144,
  'bucket policy': 20480,
  'key policy': 32768,
  'trust policy': 2048,
} as const;

/** A kind of policy whose size AWS limits. */
export type LimitedPolicy = keyof typeof policyLimits;

/** A value that only Terraform knows, for documents that are measured before there are tokens. */
export const unknownValue = '${unknown}';

// What stands in for values that only Terraform knows: a unique id, an account or region, an ARN.
const uniqueId = 'AROA5EXAMPLE5EXAMPLE5';
const segment = '123456789012';
const arn = 'x'.repeat(95);

/** How many characters AWS will count, values that only Terraform knows taken at a realistic length. */
export function policySize(document: string): number {
  return document
    .replace(/(?<!\$)\$\{(TfToken\[[^\]]*\]|[^}]*)\}/g, (_token, _name, offset: number, whole: string) => {
      const after = whole.slice(offset + _token.length);
      if (after.startsWith(':*"')) return uniqueId;
      return whole[offset - 1] === ':' && after.startsWith(':') ? segment : arn;
    })
    .replaceAll('$${', '${')
    .replace(/\s/g, '').length;
}

/** The size of a document that AWS would refuse for it; undefined for one that fits. */
export function oversize(kind: LimitedPolicy, document: string): number | undefined {
  const limit = policyLimits[kind];
  // Measured only where the answer is not plain: a token stands for less than this many characters more than it has.
  const tokens = document.split('${').length - 1;
  if (document.length + tokens * arn.length <= limit) return undefined;
  const size = policySize(document);
  return size <= limit ? undefined : size;
}

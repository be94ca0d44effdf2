import { ConfigurationError } from '../../diagnostics/diagnostic';
import { effective, policyDocument, type PolicyStatement } from './policy';

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

/** The document, if AWS will take it. @throws ConfigurationError TL204 */
export function fitting(kind: LimitedPolicy, owner: string, document: string): string {
  const size = oversize(kind, document);
  if (size === undefined) return document;
  throw new ConfigurationError([
    {
      severity: 'error',
      code: 'TL204',
      message: `the ${kind} of ${owner} would have ${String(size)} characters, AWS allows ${String(policyLimits[kind])}`,
      help: 'Name fewer roles or prefixes, or shorten the statements.',
    },
  ]);
}

/** Distributes statements over as few managed policies as their order allows, each within AWS's limit. */
export function packStatements(
  statements: readonly PolicyStatement[],
): readonly (readonly PolicyStatement[])[] {
  const all = effective(statements);
  const fits = (some: readonly PolicyStatement[]): boolean =>
    oversize('managed policy', policyDocument(some)) === undefined;
  if (all.length > 0 && fits(all)) return [all];
  const packs: PolicyStatement[][] = [];
  for (const statement of all) {
    const last = packs.at(-1);
    if (last && fits([...last, statement])) last.push(statement);
    else packs.push([statement]);
  }
  return packs;
}

/** How the second, third, … policy of a pack is told from the first: '', '-2', '-3', …. */
export function partSuffix(index: number): string {
  return index === 0 ? '' : `-${String(index + 1)}`;
}

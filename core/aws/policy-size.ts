import { oversize, policyLimits, type LimitedPolicy } from '../../aws/iam/size';
import { ConfigurationError } from '../../diagnostics/diagnostic';

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

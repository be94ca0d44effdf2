import { type PolicyKind, policyLimits, policySize } from '../aws/policy-size';
import type { Diagnostic, Place } from '../config/diagnostic';
import type { Blueprint } from './blueprint';
import type { Element } from './element';
import { PolicyDocument } from './policy-document';

/** Documents that AWS would not take, at the statement that brings each over its limit. */
export function checkPolicies({ stacks }: Blueprint): readonly Diagnostic[] {
  return stacks
    .flatMap(({ elements }) => elements)
    .flatMap((element) =>
      Object.values(element.arguments).flatMap((value) =>
        value instanceof PolicyDocument ? tooLarge(value, element) : [],
      ),
    );
}

function tooLarge(document: PolicyDocument, { origin }: Element): readonly Diagnostic[] {
  const { what, text } = document;
  if (!what) return [];
  const limit = policyLimits[what.kind];
  const size = sizeOver(text, limit);
  if (size === undefined) return [];
  const place = lastStraw(document, what.kind, origin?.statements ?? []) ?? origin?.place;
  return [
    {
      severity: 'error',
      code: 'TL204',
      message: `the ${what.kind} of ${what.of} would have ${String(size)} characters, AWS allows ${String(limit)}`,
      help: 'Name fewer roles or prefixes, or shorten the statements.',
      ...(place && { place }),
    },
  ];
}

/** The size of a document that is over a limit. Measured only where the answer is not plain. */
function sizeOver(text: string, limit: number): number | undefined {
  if (text.length + (text.split('${').length - 1) * longestValue <= limit) return undefined;
  const size = policySize(text);
  return size > limit ? size : undefined;
}

/** By how much a value that only Terraform knows can be longer than its expression. */
const longestValue = 95;

/** The YAML behind the statement with which the document passes the limit. */
function lastStraw(
  document: PolicyDocument,
  kind: PolicyKind,
  places: readonly (Place | undefined)[],
): Place | undefined {
  for (let count = 1; count <= document.statements.length; count++)
    if (policySize(document.first(count).text) > policyLimits[kind]) return places[count - 1];
  return undefined;
}

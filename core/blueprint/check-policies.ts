import { oversize, policyLimits, type LimitedPolicy } from '../../aws/iam/size';
import type { Diagnostic, Place } from '../../diagnostics/diagnostic';
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
  const size = oversize(what.kind, text);
  if (size === undefined) return [];
  const place = lastStraw(document, what.kind, origin?.statements ?? []) ?? origin?.place;
  return [
    {
      severity: 'error',
      code: 'TL204',
      message: `the ${what.kind} of ${what.of} would have ${String(size)} characters, AWS allows ${String(policyLimits[what.kind])}`,
      help: 'Name fewer roles or prefixes, or shorten the statements.',
      ...(place && { place }),
    },
  ];
}

/** The YAML behind the statement with which the document passes the limit. */
function lastStraw(
  document: PolicyDocument,
  kind: LimitedPolicy,
  places: readonly (Place | undefined)[],
): Place | undefined {
  for (let count = 1; count <= document.statements.length; count++)
    if (oversize(kind, document.first(count).text) !== undefined) return places[count - 1];
  return undefined;
}

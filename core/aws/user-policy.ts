import type { JsonObject } from '../platform/text';
import { fieldsOf, listOf, missing, notAllowed, textOf, type PolicyFinding } from './policy-fields';
import { readStatement, type UserStatement } from './user-statement';

export interface ReadPolicy {
  readonly statements: readonly UserStatement[];
  readonly findings: readonly PolicyFinding[];
}

/** Reads the document of an identity policy, its keys in any case. Pure; findings instead of exceptions. */
export function readPolicyDocument(document: JsonObject): ReadPolicy {
  const findings: PolicyFinding[] = [];
  const { version, statement } = fieldsOf(document, ['Version', 'Id', 'Statement'], [], findings);
  const written = version && textOf(version.value)?.literal;
  if (version && written !== '2012-10-17' && written !== '2008-10-17') {
    findings.push(notAllowed([version.key], 'AWS does not know this policy version', 'Write "2012-10-17".'));
  }
  if (!statement || listOf(statement.value).length === 0) {
    const place = statement ? [statement.key] : [];
    findings.push(missing(place, 'the policy has no statements', 'Add some below `Statement:`.'));
    return { statements: [], findings };
  }
  const statements = listOf(statement.value).map((item, index) => {
    const place = Array.isArray(statement.value) ? [statement.key, index] : [statement.key];
    return readStatement(item, place, findings);
  });
  return { statements, findings };
}

import type * as z from 'zod';
import { json, problem } from '../module/fields';
import type { PolicyFinding } from './policy-fields';
import { readPolicyDocument } from './user-policy';
import { readConditions } from './user-statement';

/** A policy document as people write it, its keys in any case. Becomes its statements. */
export function identityPolicy() {
  return json().transform((document, ctx) => {
    const { statements, findings } = readPolicyDocument(document);
    report(ctx, findings);
    return statements;
  });
}

/** Conditions of a statement: operator, key, one value or several. */
export function policyConditions() {
  return json().transform((written, ctx) => {
    const findings: PolicyFinding[] = [];
    const conditions = readConditions(written, [], findings);
    report(ctx, findings);
    return conditions;
  });
}

function report(ctx: z.RefinementCtx, findings: readonly PolicyFinding[]): void {
  for (const { code, message, help, path } of findings) problem(ctx, code, message, help, [...path]);
}

import { json, problem } from '../module/fields';
import { readPolicyDocument } from './user-policy';

/** A policy document as people write it, its keys in any case. Becomes its statements. */
export function identityPolicy() {
  return json().transform((document, ctx) => {
    const { statements, findings } = readPolicyDocument(document);
    for (const { code, message, help, path } of findings) problem(ctx, code, message, help, [...path]);
    return statements;
  });
}

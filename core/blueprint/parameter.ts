import { codeOf, type Expression, expression, expressionsIn } from '../provider/expression';

/**
 * While modules draw, nobody knows yet who publishes a parameter. Until the link step a value that somebody reads is
 * a call of a function that Terraform does not have.
 */
const functions = { value: 'terralake_parameter', roleName: 'terralake_role_name' } as const;

/** What is wanted of a path: the value behind it, or the name of the role that is published below it. */
export type Wanted = keyof typeof functions;

/** Stands for what is published at a path. */
export function awaited(wanted: Wanted, path: string): Expression {
  return expression(`${functions[wanted]}(${JSON.stringify(path)})`);
}

const calls = /terralake_(parameter|role_name)\(("(?:[^"\\]|\\.)*")\)/g;

/** A Terraform string with everything that it awaits put in; `answer` gives Terraform strings. */
export function answered(text: string, answer: (wanted: Wanted, path: string) => string): string {
  if (!text.includes('terralake_')) return text;
  let result = '';
  let at = 0;
  for (const { from, to, code } of expressionsIn(text)) {
    result += text.slice(at, from) + inExpression(code, answer);
    at = to;
  }
  return result + text.slice(at);
}

function inExpression(code: string, answer: (wanted: Wanted, path: string) => string): string {
  const [whole] = code.matchAll(calls);
  if (whole?.[0] === code) return ask(whole, answer);
  return expression(code.replace(calls, (...match: string[]) => codeOf(ask(match, answer))));
}

function ask(match: readonly string[], answer: (wanted: Wanted, path: string) => string): string {
  const [, called, path = '""'] = match;
  return answer(called === 'parameter' ? 'value' : 'roleName', JSON.parse(path) as string);
}

import type { PolicyKind } from '../policy/policy';
import type { Action } from './actions';
import type { Compiled } from './compile';
import { openConditions } from './conditions';
import type { StatementResult } from './decision';
import {
  about,
  deniedByNotPrincipal,
  everyone,
  noMatch,
  principalMatch,
  type PrincipalMatch,
} from './principals';
import type { Caller, RequestContext } from './request';
import { and, every, not, or, some } from './truth';

/** What is asked of statements: a request whose resource may go by several ARNs. */
export interface Question {
  readonly caller: Caller;
  readonly action: Action;
  readonly resources: readonly string[];
  readonly context: RequestContext;
  /** Whether the caller has a permissions boundary. */
  readonly boundary: boolean;
}

/** A statement that is about the action and the resource. */
export interface Match {
  readonly result: StatementResult;
  /** Whether the statement holds for the caller, by what it names. */
  readonly by: PrincipalMatch;
}

/** Compares a statement with a question; undefined when it is not about the action or not about the resource. */
export function match(test: Compiled, kind: PolicyKind, question: Question): Match | undefined {
  if (!test.isAboutAction(question.action)) return undefined;
  const resource = some(question.resources, (arn) => test.isAboutResource(arn, question.context));
  if (resource === 'no') return undefined;
  const open = openConditions(test.conditions, question.context);
  const conditions = every(open, ({ holds }) => holds);
  const rest = and(resource, conditions);
  const who = principalsOf(test, kind, question);
  const by =
    rest === 'yes'
      ? who
      : { direct: and(rest, who.direct), role: and(rest, who.role), account: and(rest, who.account) };
  return { result: { kind, statement: test.statement, matches: about(by), open }, by };
}

function principalsOf(
  { statement, principals, notPrincipals }: Compiled,
  kind: PolicyKind,
  { caller, boundary }: Question,
): PrincipalMatch {
  if (kind !== 'resource' && kind !== 'trust') return everyone;
  if (principals) return principalMatch(principals, caller);
  // AWS takes no such statement, so what it would say is not known.
  if (!notPrincipals) return { ...noMatch, direct: 'unknown' };
  const matches =
    statement.effect === 'Deny'
      ? deniedByNotPrincipal(notPrincipals, caller, boundary)
      : not(about(principalMatch(notPrincipals, caller)));
  return { ...noMatch, direct: matches };
}

/** The strongest of what some matches say. */
export function united(matches: readonly Match[]): PrincipalMatch {
  let { direct, role, account } = noMatch;
  for (const { by } of matches) {
    direct = or(direct, by.direct);
    role = or(role, by.role);
    account = or(account, by.account);
  }
  return { direct, role, account };
}

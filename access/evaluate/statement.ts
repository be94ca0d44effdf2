import type { PolicyKind, Statement } from '../policy/policy';
import { actionPatterns, type Action } from './actions';
import { conditionTest, openConditions, type ConditionTest } from './conditions';
import type { StatementResult, Truth } from './decision';
import {
  about,
  deniedByNotPrincipal,
  everyone,
  noMatch,
  principalMatch,
  principalSet,
  type PrincipalMatch,
  type PrincipalSet,
} from './principals';
import type { Caller, RequestContext } from './request';
import { resourcePatterns } from './resources';
import { and, not, or, some } from './truth';

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

interface Compiled {
  readonly isAboutAction: (action: Action) => boolean;
  readonly isAboutResource: (resource: string, context: RequestContext) => Truth;
  readonly principals: PrincipalSet | undefined;
  readonly notPrincipals: PrincipalSet | undefined;
  readonly conditions: readonly ConditionTest[];
}

const compiled = new WeakMap<Statement, Compiled>();

function compile(statement: Statement): Compiled {
  const known = compiled.get(statement);
  if (known) return known;
  const {
    actions,
    notActions,
    resources,
    notResources,
    principals,
    notPrincipals,
    variables = true,
  } = statement;
  const of = actions && actionPatterns(actions);
  const notOf = notActions && actionPatterns(notActions);
  const on = resources && resourcePatterns(resources, variables);
  const notOn = notResources && resourcePatterns(notResources, variables);
  const made: Compiled = {
    isAboutAction: (action) =>
      (of !== undefined || notOf !== undefined) &&
      (of?.matches(action) ?? true) &&
      !(notOf?.matches(action) ?? false),
    isAboutResource: (resource, context) =>
      and(on?.(resource, context) ?? 'yes', not(notOn?.(resource, context) ?? 'no')),
    principals: principals && principalSet(principals),
    notPrincipals: notPrincipals && principalSet(notPrincipals),
    conditions: statement.conditions.map((condition) => conditionTest(condition, variables)),
  };
  compiled.set(statement, made);
  return made;
}

/** Compares a statement with a question; undefined when it is not about the action or not about the resource. */
export function match(statement: Statement, kind: PolicyKind, question: Question): Match | undefined {
  const test = compile(statement);
  if (!test.isAboutAction(question.action)) return undefined;
  const resource = some(question.resources, (arn) => test.isAboutResource(arn, question.context));
  if (resource === 'no') return undefined;
  const open = openConditions(test.conditions, question.context);
  const conditions = open.reduce<Truth>((all, { holds }) => and(all, holds), 'yes');
  const rest = and(resource, conditions);
  const who = principalsOf(statement, test, kind, question);
  const by =
    rest === 'yes'
      ? who
      : { direct: and(rest, who.direct), role: and(rest, who.role), account: and(rest, who.account) };
  return { result: { kind, statement, matches: about(by), open }, by };
}

function principalsOf(
  { effect }: Statement,
  { principals, notPrincipals }: Compiled,
  kind: PolicyKind,
  { caller, boundary }: Question,
): PrincipalMatch {
  if (kind !== 'resource' && kind !== 'trust') return everyone;
  if (principals) return principalMatch(principals, caller);
  if (!notPrincipals) return noMatch;
  const matches =
    effect === 'Deny'
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

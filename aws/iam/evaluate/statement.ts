import type { PolicyKind, Statement } from '../policy';
import { conditionTest, openConditions, type ConditionResult, type ConditionTest } from './conditions';
import { actionPatterns, resourcePatterns, type Action } from './patterns';
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
import { and, every, not, or, some, type Truth } from './truth';

/** What is asked of statements: a request whose resource may go by several ARNs. */
export interface Question {
  readonly caller: Caller;
  readonly action: Action;
  readonly resources: readonly string[];
  readonly context: RequestContext;
  /** Whether the caller has a permissions boundary. */
  readonly boundary: boolean;
}

/** A statement that is about the request's action and resource, and what came of it. */
export interface StatementResult<Origin = unknown> {
  readonly kind: PolicyKind;
  readonly statement: Statement<Origin>;
  /** Whether all of the statement matches: principal, action, resource, conditions. */
  readonly matches: Truth;
  /** Conditions that do not surely hold: what is missing, or not known. Empty where all hold. */
  readonly open: readonly ConditionResult[];
}

/** A statement that is about the action and the resource. */
export interface Match {
  readonly result: StatementResult;
  /** Whether the statement holds for the caller, by what it names. */
  readonly by: PrincipalMatch;
}

/** A statement, ready to be compared. */
export interface Compiled {
  readonly statement: Statement;
  /** Whether any action of a service may be one of the statement's. */
  readonly mayBeAbout: (service: string) => boolean;
  readonly isAboutAction: (action: Action) => boolean;
  readonly isAboutResource: (resource: string, context: RequestContext) => Truth;
  readonly principals: PrincipalSet | undefined;
  readonly notPrincipals: PrincipalSet | undefined;
  readonly conditions: readonly ConditionTest[];
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

type Statements = readonly Statement[];

const compiled = new WeakMap<Statement, Compiled>();
const services = new WeakMap<Statements, Map<string, readonly Compiled[]>>();

/** The statements of a policy that may be about actions of a service. Each is compiled once. */
export function statementsFor(service: string, statements: Statements): readonly Compiled[] {
  const known = services.get(statements) ?? new Map<string, readonly Compiled[]>();
  services.set(statements, known);
  const found = known.get(service) ?? statements.map(compile).filter(({ mayBeAbout }) => mayBeAbout(service));
  known.set(service, found);
  return found;
}

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
    statement,
    mayBeAbout: (service) => (of ? of.mayName(service) : notOf !== undefined),
    isAboutAction: (action) => (of?.matches(action) ?? true) && !(notOf?.matches(action) ?? false),
    isAboutResource: (resource, context) =>
      and(on?.(resource, context) ?? 'yes', not(notOn?.(resource, context) ?? 'no')),
    principals: principals && principalSet(principals),
    notPrincipals: notPrincipals && principalSet(notPrincipals),
    conditions: statement.conditions.map((condition) => conditionTest(condition, variables)),
  };
  compiled.set(statement, made);
  return made;
}

import type { Statement } from '../policy/policy';
import { actionPatterns, type Action } from './actions';
import { conditionTest, type ConditionTest } from './conditions';
import type { Truth } from './decision';
import { principalSet, type PrincipalSet } from './principals';
import type { RequestContext } from './request';
import { resourcePatterns } from './resources';
import { and, not } from './truth';

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

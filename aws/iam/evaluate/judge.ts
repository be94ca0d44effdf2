import type { Policy, PolicyKind, Statement } from '../policy';
import { grantStatements } from './kms-grants';
import { noMatch, type PrincipalMatch } from './principals';
import type { Authorization, Caller } from './request';
import { match, statementsFor, united, type Match, type Question, type StatementResult } from './statement';
import { and, or, type Truth } from './truth';

export type Outcome = 'allowed' | 'explicitly denied' | 'implicitly denied' | 'unknown';

/** What AWS would answer, and why. */
export interface Decision<Origin = unknown> {
  readonly outcome: Outcome;
  /**
   * For `allowed`: the statements that allow. For `explicitly denied`: those that deny. For `unknown`: those
   * whose conditions decide. For `implicitly denied`: statements that nearly allow (all but their principal or a condition).
   */
  readonly because: readonly StatementResult<Origin>[];
  /** Which kind of policy grants nothing, for `implicitly denied` and `unknown`: the one that would have to. */
  readonly missing: readonly PolicyKind[];
}

/** One request, as the policies of the caller and those of the resource see it. */
export interface Case {
  readonly own: Question;
  readonly attached: Question;
  readonly resourceAccount: string;
}

/** How the policies act together. */
interface Rule {
  /** Whether the request is allowed, if nothing denies it. */
  readonly allowed: Truth;
  /** Whether it is allowed by more than a statement that names the caller itself. */
  readonly joint: Truth;
  /** Whether a statement about the caller's account takes part. */
  readonly delegates: boolean;
  /** Who would have to allow, and what it says. */
  readonly needed: readonly (readonly [PolicyKind, Truth])[];
}

/**
 * AWS's evaluation of one request:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function judge({ own, attached, resourceAccount }: Case, authorization: Authorization): Decision {
  const sides = sidesOf(own, attached, authorization);
  const all = [sides.identity, sides.boundary, sides.session, sides.resource].filter(
    (side) => side !== undefined,
  );
  const denies = all.flatMap((side) => side.denies);
  const denied = denies.filter(({ result }) => result.matches === 'yes');
  if (denied.length > 0) return decision('explicitly denied', denied);
  const rule = ruleOf(sides, own.caller, resourceAccount, authorization);
  if (rule.allowed === 'no') {
    const missing = kinds(rule, (truth) => truth === 'no');
    return decision('implicitly denied', nearMisses(all, missing), missing);
  }
  const doubts = denies.filter(({ result }) => result.matches === 'unknown');
  if (rule.allowed === 'yes') {
    return doubts.length > 0 ? decision('unknown', doubts) : decision('allowed', grounds(sides, rule));
  }
  const open = all.flatMap((side) => side.allows).filter(({ result }) => result.matches === 'unknown');
  return decision(
    'unknown',
    [...doubts, ...open],
    kinds(rule, (truth) => truth !== 'yes'),
  );
}

function ruleOf(sides: Sides, caller: Caller, resourceAccount: string, authorization: Authorization): Rule {
  const { resource, identity, boundary, session } = sides;
  const { direct, role, account } = resource.by;
  if (!('account' in caller)) {
    return { allowed: direct, joint: 'no', delegates: false, needed: [[resource.kind, direct]] };
  }
  const limits = and(boundary?.allowed ?? 'yes', session?.allowed ?? 'yes');
  const limiting = [boundary, session]
    .filter((side) => side !== undefined)
    .map((side) => [side.kind, side.allowed] as const);
  if (caller.account !== resourceAccount) {
    const granted = or(direct, or(role, account));
    const joint = and(granted, and(identity.allowed, limits));
    const needed = [[resource.kind, granted], ['identity', identity.allowed], ...limiting] as const;
    return { allowed: joint, joint, delegates: true, needed };
  }
  if (authorization.resourcePolicyDecides === true) {
    const granted = or(role, and(account, identity.allowed));
    const joint = and(granted, limits);
    const open = or(role, account) === 'no' ? resource.kind : 'identity';
    return { allowed: or(direct, joint), joint, delegates: true, needed: [[open, granted], ...limiting] };
  }
  const granted = or(identity.allowed, role);
  const joint = and(granted, limits);
  const either: Rule['needed'] = [
    ['identity', granted],
    ...(authorization.resource ? [[resource.kind, granted] as const] : []),
  ];
  return { allowed: or(direct, joint), joint, delegates: false, needed: [...either, ...limiting] };
}

function kinds({ needed }: Rule, lacks: (truth: Truth) => boolean): readonly PolicyKind[] {
  return [...new Set(needed.filter(([, truth]) => lacks(truth)).map(([kind]) => kind))];
}

/** Statements that allow what is not allowed, were it not for their principal, a condition, or another policy. */
function nearMisses(sides: readonly Side[], missing: readonly PolicyKind[]): readonly Match[] {
  return sides.filter(({ kind }) => missing.includes(kind)).flatMap((side) => side.allows);
}

/** The statements that a request is allowed by. */
function grounds(
  { identity, boundary, session, resource }: Sides,
  { joint, delegates }: Rule,
): readonly Match[] {
  const together = joint === 'yes';
  const own = together ? [identity, boundary, session].flatMap((side) => side?.allows ?? []) : [];
  return [
    ...own.filter(({ by }) => by.direct === 'yes'),
    ...resource.allows.filter(
      ({ by }) =>
        by.direct === 'yes' || (together && (by.role === 'yes' || (delegates && by.account === 'yes'))),
    ),
  ];
}

function decision(
  outcome: Outcome,
  matches: readonly Match[],
  missing: readonly PolicyKind[] = [],
): Decision {
  return { outcome, because: matches.map(({ result }) => result), missing };
}

/** What the policies of one kind say to a question. */
interface Side {
  readonly kind: PolicyKind;
  readonly allows: readonly Match[];
  readonly denies: readonly Match[];
  /** Whether something is allowed, by what the statements name. */
  readonly by: PrincipalMatch;
  /** Whether something is allowed; the identity side of policies that are not known is `unknown`. */
  readonly allowed: Truth;
}

/** What all policies say; undefined where there are none that could limit. */
interface Sides {
  readonly identity: Side;
  readonly boundary: Side | undefined;
  readonly session: Side | undefined;
  readonly resource: Side;
}

/** Asks every policy: those of the caller `own`, those of the resource `attached`. */
function sidesOf(own: Question, attached: Question, authorization: Authorization): Sides {
  const { boundary, session = [], resource, grants = [] } = authorization;
  const isPrincipal = own.caller.kind === 'role' || own.caller.kind === 'user';
  const kind = resource?.kind ?? 'resource';
  const granted = attached.action.service === 'kms' ? grants.map(grantStatements) : [];
  return {
    identity: identityOf(own, authorization),
    boundary: isPrincipal && boundary ? side('boundary', [boundary.statements], own) : undefined,
    session: isPrincipal && session.length > 0 ? side('session', session.map(statementsOf), own) : undefined,
    resource: side(kind, [...(resource ? [resource.statements] : []), ...granted], attached),
  };
}

function identityOf(own: Question, { identity }: Authorization): Side {
  switch (own.caller.kind) {
    case 'role':
    case 'user':
      return identity ? side('identity', identity.map(statementsOf), own) : { ...silent, allowed: 'unknown' };
    case 'root':
      return { ...silent, allowed: 'yes' };
    case 'service':
    case 'federated':
    case 'anonymous':
      return silent;
  }
}

const silent: Side = { kind: 'identity', allows: [], denies: [], by: noMatch, allowed: 'no' };

function side(kind: PolicyKind, policies: readonly (readonly Statement[])[], question: Question): Side {
  const allows: Match[] = [];
  const denies: Match[] = [];
  for (const statements of policies) {
    for (const compiled of statementsFor(question.action.service, statements)) {
      const found = match(compiled, kind, question);
      if (found) (compiled.statement.effect === 'Allow' ? allows : denies).push(found);
    }
  }
  const by = united(allows);
  return { kind, allows, denies, by, allowed: by.direct };
}

function statementsOf({ statements }: Policy): readonly Statement[] {
  return statements;
}

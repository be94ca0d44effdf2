import type { PolicyKind } from '../policy/policy';
import type { Authorization } from './authorization';
import type { Decision, StatementResult, Truth } from './decision';
import type { Caller } from './request';
import { sidesOf, type Side, type Sides } from './sides';
import type { Match, Question } from './statement';
import { and, or } from './truth';

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
  outcome: Decision['outcome'],
  matches: readonly Match[],
  missing: readonly PolicyKind[] = [],
): Decision {
  return { outcome, because: matches.map(({ result }): StatementResult => result), missing };
}

import type { Principals } from '../policy';
import type { Truth } from './truth';
import type { Caller } from './request';
import { and, not, or } from './truth';

/**
 * How a statement is about a caller. It matters what it names, as only what names a role is limited by boundaries
 * and session policies, and what names an account leaves it to the account's identity policies:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html and
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export interface PrincipalMatch {
  /** A user, a session, a service, everybody. */
  readonly direct: Truth;
  /** The role of a session. */
  readonly role: Truth;
  /** The caller's account. */
  readonly account: Truth;
}

/** A Principal element, ready to be compared. */
export interface PrincipalSet {
  readonly everyone: boolean;
  readonly ids: ReadonlySet<string>;
  readonly accounts: ReadonlySet<string>;
  readonly services: ReadonlySet<string>;
  readonly providers: ReadonlySet<string>;
  /** Canonical ids: nobody can tell whose they are. */
  readonly canonical: boolean;
}

/** Nobody. */
export const noMatch: PrincipalMatch = { direct: 'no', role: 'no', account: 'no' };

/** Everybody, or those of identity policies, whose principal is the caller. */
export const everyone: PrincipalMatch = { direct: 'yes', role: 'no', account: 'no' };

const account = /^(?:arn:[^:]*:iam::)?(\d+)(?::root)?$/;

/** Reads a Principal or NotPrincipal element. */
export function principalSet(principals: Principals): PrincipalSet {
  const { AWS = [], Service = [], Federated = [], CanonicalUser = [] } = principals === '*' ? {} : principals;
  return {
    everyone: principals === '*' || AWS.includes('*'),
    ids: new Set(AWS),
    accounts: new Set(AWS.flatMap((id) => account.exec(id)?.[1] ?? [])),
    services: new Set(Service.map((name) => name.toLowerCase())),
    providers: new Set(Federated),
    canonical: CanonicalUser.length > 0,
  };
}

/** How a Principal element is about a caller. */
export function principalMatch(set: PrincipalSet, caller: Caller): PrincipalMatch {
  if (set.everyone) return everyone;
  switch (caller.kind) {
    case 'role':
      return {
        direct: has(set.ids, sessionArn(caller)),
        role: or(has(set.ids, caller.arn), has(set.ids, caller.id)),
        account: accountMatch(set, caller.account),
      };
    case 'user':
      return {
        direct: or(has(set.ids, caller.arn), has(set.ids, caller.id)),
        role: 'no',
        account: accountMatch(set, caller.account),
      };
    case 'root':
      return { ...noMatch, direct: accountMatch(set, caller.account) };
    case 'service':
      return { ...noMatch, direct: listed(set.services, caller.service.toLowerCase()) };
    case 'federated':
      return { ...noMatch, direct: listed(set.providers, caller.provider) };
    case 'anonymous':
      return noMatch;
  }
}

/** Whether any of it is about the caller. */
export function about({ direct, role, account }: PrincipalMatch): Truth {
  return or(direct, or(role, account));
}

/**
 * Whether a Deny with NotPrincipal is about a caller. AWS may compare the account, the role and the session one after
 * the other, so only who is listed with all of them is surely spared; who has a boundary never is:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
 */
export function deniedByNotPrincipal(set: PrincipalSet, caller: Caller, boundary: boolean): Truth {
  if (boundary && (caller.kind === 'role' || caller.kind === 'user')) return 'yes';
  const match = principalMatch(set, caller);
  if (set.everyone) return 'no';
  const some = about(match);
  if (caller.kind === 'role') {
    const all = and(match.account, and(match.role, match.direct));
    return all === 'yes' || some === 'no' ? not(some) : 'unknown';
  }
  if (caller.kind === 'user') {
    return and(match.account, match.direct) === 'yes' || some === 'no' ? not(some) : 'unknown';
  }
  return not(some);
}

/** `arn:aws:sts::<account>:assumed-role/<role>/<session>`; a role's path is no part of it. */
export function sessionArn(caller: Extract<Caller, { kind: 'role' }>): string {
  const [, partition = ''] = caller.arn.split(':');
  const name = caller.arn.slice(caller.arn.lastIndexOf('/') + 1);
  return `arn:${partition}:sts::${caller.account}:assumed-role/${name}/${caller.session}`;
}

function accountMatch(set: PrincipalSet, account: string): Truth {
  if (set.accounts.has(account)) return 'yes';
  return set.canonical ? 'unknown' : 'no';
}

function has(set: ReadonlySet<string>, id: string): Truth {
  return set.has(id) ? 'yes' : 'no';
}

/** AWS names no services or providers by `*`. */
function listed(set: ReadonlySet<string>, name: string): Truth {
  return set.has('*') ? or('unknown', has(set, name)) : has(set, name);
}

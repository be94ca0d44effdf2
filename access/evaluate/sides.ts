import type { Policy, PolicyKind, Statement } from '../policy/policy';
import type { Authorization } from './authorization';
import { statementsFor } from './compile';
import type { Truth } from './decision';
import { grantStatements } from './kms-grants';
import { noMatch, type PrincipalMatch } from './principals';
import { match, united, type Match, type Question } from './statement';

/** What the policies of one kind say to a question. */
export interface Side {
  readonly kind: PolicyKind;
  readonly allows: readonly Match[];
  readonly denies: readonly Match[];
  /** Whether something is allowed, by what the statements name. */
  readonly by: PrincipalMatch;
  /** Whether something is allowed; the identity side of policies that are not known is `unknown`. */
  readonly allowed: Truth;
}

/** What all policies say; undefined where there are none that could limit. */
export interface Sides {
  readonly identity: Side;
  readonly boundary: Side | undefined;
  readonly session: Side | undefined;
  readonly resource: Side;
}

/** Asks every policy: those of the caller `own`, those of the resource `attached`. */
export function sidesOf(own: Question, attached: Question, authorization: Authorization): Sides {
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

import fc from 'fast-check';
import type { Authorization } from '../../../../aws/iam/evaluate/request';
import { decide } from '../../../../aws/iam/evaluate/decide';
import type { Outcome } from '../../../../aws/iam/evaluate/judge';
import type { Policy, PolicyKind, Statement } from '../../../../aws/iam/policy';
import { authorizations, known, policies, requestOf, requests, statements, type Drawn } from './arbitrary';

const rank: Record<Outcome, number> = {
  'explicitly denied': 0,
  'implicitly denied': 0,
  unknown: 1,
  allowed: 2,
};
const runs = { numRuns: 1500 };

const outcome = (drawn: Drawn, authorization: Authorization, values = drawn.values): Outcome =>
  decide(requestOf(drawn, values), authorization).outcome;
const width = (...args: Parameters<typeof outcome>): number => rank[outcome(...args)];

/** Changes every list of statements. */
function each(
  authorization: Authorization,
  change: (statements: readonly Statement[]) => readonly Statement[],
): Authorization {
  const policy = (given: Policy): Policy => ({ ...given, statements: change(given.statements) });
  const { identity, boundary, session, resource, accessPoint } = authorization;
  return {
    ...authorization,
    identity: identity?.map(policy),
    ...(boundary && { boundary: policy(boundary) }),
    ...(session && { session: session.map(policy) }),
    ...(resource && { resource: policy(resource) }),
    ...(accessPoint?.policy && { accessPoint: { ...accessPoint, policy: policy(accessPoint.policy) } }),
  };
}

/** Adds a statement to the policies of a kind that are there. */
function withStatement(authorization: Authorization, kind: PolicyKind, statement: Statement): Authorization {
  const policy = (given: Policy): Policy =>
    given.kind === kind ? { ...given, statements: [...given.statements, statement] } : given;
  const { identity, boundary, session, resource, accessPoint } = authorization;
  return {
    ...authorization,
    identity: identity?.map(policy),
    ...(boundary && { boundary: policy(boundary) }),
    ...(session && { session: session.map(policy) }),
    ...(resource && { resource: policy(resource) }),
    ...(accessPoint?.policy && { accessPoint: { ...accessPoint, policy: policy(accessPoint.policy) } }),
  };
}

const kinds = fc.constantFrom<PolicyKind>('identity', 'boundary', 'session', 'resource');
const added = (effect: 'Allow' | 'Deny'): fc.Arbitrary<readonly [PolicyKind, Statement]> =>
  kinds.chain((kind) => statements(kind, fc.constant(effect)).map((statement) => [kind, statement] as const));

const holds = <T>(
  extra: fc.Arbitrary<T>,
  property: (drawn: Drawn, authorization: Authorization, extra: T) => void,
): void => {
  fc.assert(fc.property(requests, authorizations, extra, property), runs);
};
const nothing = fc.constant(undefined);

test('one more Deny never widens', () => {
  holds(added('Deny'), (drawn, authorization, [kind, statement]) => {
    expect(width(drawn, withStatement(authorization, kind, statement))).toBeLessThanOrEqual(
      width(drawn, authorization),
    );
  });
});

test('one more Allow never narrows', () => {
  holds(added('Allow'), (drawn, authorization, [kind, statement]) => {
    expect(width(drawn, withStatement(authorization, kind, statement))).toBeGreaterThanOrEqual(
      width(drawn, authorization),
    );
  });
});

test('the order of statements and policies does not matter', () => {
  holds(nothing, (drawn, authorization) => {
    const turned = each(authorization, (all) => [...all].reverse());
    const { identity, session } = turned;
    const reversed = {
      ...turned,
      identity: identity && [...identity].reverse(),
      ...(session && { session: [...session].reverse() }),
    };
    expect(outcome(drawn, reversed)).toBe(outcome(drawn, authorization));
  });
});

test('saying the same twice changes nothing', () => {
  holds(nothing, (drawn, authorization) => {
    const { identity } = authorization;
    const twice = {
      ...each(authorization, (all) => [...all, ...all]),
      identity: identity && [...identity, ...identity],
    };
    expect(outcome(drawn, twice)).toBe(outcome(drawn, authorization));
  });
});

test('what is decided with unknown values is decided so for every value', () => {
  const more = fc.record({ 'x:a': known, 'x:b': known, 'kms:encryptioncontext:a': known });
  holds(more, (drawn, authorization, found) => {
    const decided = outcome(drawn, authorization);
    fc.pre(decided !== 'unknown');
    const values = Object.fromEntries(
      Object.entries(drawn.values).map(([key, value]) => [
        key,
        value === 'unknown' ? found[key as 'x:a'] : value,
      ]),
    ) as Drawn['values'];
    expect(width(drawn, authorization, values)).toBe(rank[decided]);
  });
});

test('a value that is forgotten never allows, and never denies what was allowed', () => {
  holds(fc.constantFrom('x:a', 'x:b'), (drawn, authorization, key) => {
    const before = outcome(drawn, authorization);
    const after = outcome(drawn, authorization, { ...drawn.values, [key]: 'unknown' });
    if (after !== 'unknown') expect(rank[after]).toBe(rank[before]);
    if (after === 'explicitly denied') expect(before).toBe(after);
  });
});

test('what is denied without knowing the identity policies is denied with any', () => {
  holds(fc.array(policies('identity'), { maxLength: 2 }), (drawn, authorization, identity) => {
    if (rank[outcome(drawn, { ...authorization, identity: undefined })] > 0) return;
    expect(width(drawn, { ...authorization, identity })).toBe(0);
  });
});

test('the case of actions does not matter', () => {
  holds(nothing, (drawn, authorization) => {
    const upper = each(authorization, (all) =>
      all.map((statement) => ({
        ...statement,
        ...(statement.actions && { actions: statement.actions.map((action) => action.toUpperCase()) }),
        ...(statement.notActions && {
          notActions: statement.notActions.map((action) => action.toUpperCase()),
        }),
      })),
    );
    expect(outcome({ ...drawn, action: drawn.action.toLowerCase() as Drawn['action'] }, upper)).toBe(
      outcome(drawn, authorization),
    );
  });
});

test('a boundary never widens', () => {
  holds(policies('boundary'), (drawn, { boundary: _, ...authorization }, boundary) => {
    expect(width(drawn, { ...authorization, boundary })).toBeLessThanOrEqual(width(drawn, authorization));
  });
});

test('a session policy never widens', () => {
  holds(policies('session'), (drawn, { session: _, ...authorization }, session) => {
    expect(width(drawn, { ...authorization, session: [session] })).toBeLessThanOrEqual(
      width(drawn, authorization),
    );
  });
});

test('the worlds that are drawn hold every outcome', () => {
  const seen = fc
    .sample(fc.tuple(requests, authorizations), 2000)
    .map(([drawn, authorization]) => outcome(drawn, authorization));
  expect(new Set(seen)).toEqual(new Set(Object.keys(rank)));
});

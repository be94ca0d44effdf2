import fc from 'fast-check';
import type {
  Authorization,
  Caller,
  ContextValue,
  RequestContext,
} from '../../../../aws/iam/evaluate/request';
import { callerContext } from '../../../../aws/iam/evaluate/context';
import { parsePolicy } from '../../../../aws/iam/parse';
import type { Policy, PolicyKind, Statement } from '../../../../aws/iam/policy';
import {
  account,
  anonymous,
  bucket,
  key,
  object,
  other,
  role,
  roleArn,
  root,
  rootArn,
  sessionArn,
  stranger,
  trail,
  user,
  type Json,
} from './table/row';

// Small worlds, so that statements meet requests, denials meet allows and conditions hold about half of the time.
const some = <T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const optional = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(values, { nil: undefined });

export const callers = some<Caller>(role, user, root, stranger, trail, anonymous);

const keys = ['x:a', 'x:b'];
const value = some('1', '2', 'x*');
const conditions = fc.dictionary(
  some(
    'StringEquals',
    'StringNotEquals',
    'StringLike',
    'StringEqualsIfExists',
    'Null',
    'NumericLessThan',
    'Bool',
    'ForAllValues:StringEquals',
    'ForAnyValue:StringNotLike',
    'ArnLike',
    'NoSuchOperator',
  ),
  fc.dictionary(some(...keys), fc.oneof(value, some('${x:b}', "${x:a, '1'}", 'true', 'false')), {
    minKeys: 1,
    maxKeys: 2,
  }),
  { maxKeys: 2 },
);

const principal = some<Json>(
  ...[roleArn, rootArn, sessionArn, user.arn, other, [rootArn, roleArn, sessionArn]].map((AWS) => ({
    Principal: { AWS },
  })),
  { Principal: '*' },
  { Principal: '*' },
  { Principal: { Service: trail.service } },
  { Principal: { CanonicalUser: 'c' } },
  { NotPrincipal: { AWS: [rootArn, roleArn, sessionArn] } },
  { NotPrincipal: { AWS: roleArn } },
);

const about = fc.record({
  of: some<Json>(
    { Action: '*' },
    { Action: 's3:*' },
    { Action: 's3:GetObject' },
    { Action: ['s3:Put*', 'kms:Decrypt'] },
    { NotAction: 's3:GetObject' },
    { NotAction: 'kms:*' },
  ),
  on: some<Json>(
    { Resource: '*' },
    { Resource: '*' },
    { Resource: `${bucket}/raw/*` },
    { Resource: [`${bucket}/\${x:a}/*`, key] },
    { NotResource: `${bucket}/\${x:b}/*` },
    { Resource: 'arn:aws:s3:eu-west-1:111122223333:accesspoint/p*' },
  ),
});

/** A statement for policies of a kind. */
export function statements(
  kind: PolicyKind,
  effect: fc.Arbitrary<string> = some('Allow', 'Allow', 'Deny'),
): fc.Arbitrary<Statement> {
  return fc
    .record({ Effect: effect, about, Condition: conditions, who: principal })
    .map(({ Effect, about: { of, on }, Condition, who }) => {
      const statement = { Effect, ...of, ...on, Condition, ...(kind === 'resource' ? who : {}) };
      return parsePolicy({ Version: '2012-10-17', Statement: statement }, { kind, name: kind })
        .statements[0]!;
    });
}

export const policies = (kind: PolicyKind): fc.Arbitrary<Policy> =>
  fc.array(statements(kind), { maxLength: 3 }).map((all) => ({ kind, name: kind, statements: all }));

/** Authorizations without what is undefined. */
export const authorizations: fc.Arbitrary<Authorization> = fc
  .record({
    identity: fc.option(fc.array(policies('identity'), { maxLength: 2 }), { nil: undefined, freq: 8 }),
    boundary: optional(policies('boundary')),
    session: optional(fc.array(policies('session'), { maxLength: 2 })),
    resource: optional(policies('resource')),
    resourcePolicyDecides: fc.boolean(),
    grants: some([], [{ grantee: roleArn, operations: ['Decrypt'], encryptionContextSubset: { a: '1' } }]),
    accessPoint: fc.option(
      policies('resource').map((policy) => ({
        arn: 'arn:aws:s3:eu-west-1:111122223333:accesspoint/p',
        account,
        policy,
      })),
      { nil: undefined, freq: 3 },
    ),
  })
  .map(({ identity, ...rest }) => ({
    identity,
    ...(Object.fromEntries(Object.entries(rest).filter(([, part]) => part !== undefined)) as Omit<
      Authorization,
      'identity'
    >),
  }));

export const known: fc.Arbitrary<ContextValue> = some<ContextValue>(
  'absent',
  ['1'],
  ['2'],
  ['true'],
  ['x*'],
  ['1', '2'],
  [],
  ['raw'],
  ['arn:aws:s3:::lake'],
);
const values = fc.oneof(
  { weight: 4, arbitrary: known },
  { weight: 1, arbitrary: some<ContextValue>('unknown') },
);

export const requests = fc.record({
  caller: callers,
  action: some('s3:GetObject', 's3:PutObject', 'kms:Decrypt'),
  resource: some(object, bucket, key),
  resourceAccount: some(account, account, other),
  values: fc.record({ 'x:a': values, 'x:b': values, 'kms:encryptioncontext:a': values }),
});

export type Drawn = typeof requests extends fc.Arbitrary<infer T> ? T : never;

/** The request that was drawn, perhaps with other values of its keys. */
export function requestOf(
  drawn: Drawn,
  given: Readonly<Record<string, ContextValue>> = drawn.values,
): Drawn & { context: RequestContext } {
  const caller = new Map(
    Object.entries(callerContext(drawn.caller)).map(([name, value]) => [name.toLowerCase(), value]),
  );
  return {
    ...drawn,
    context: {
      get: (name) => {
        const said = caller.get(name.toLowerCase());
        return given[name.toLowerCase()] ?? (typeof said === 'string' ? [said] : 'absent');
      },
    },
  };
}

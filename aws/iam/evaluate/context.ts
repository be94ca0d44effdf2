import type { Caller, ContextValue, RequestContext } from './request';

/** In {@link ContextValues}: the request does not have the key. */
export const absent = Symbol('absent');

/** In {@link ContextValues}: nobody knows whether the request has the key, and with what value. */
export const unknown = Symbol('unknown');

/** Condition keys and their values: one text, several, or one of the states. */
export type ContextValues = Readonly<
  Record<string, string | readonly string[] | typeof absent | typeof unknown>
>;

/**
 * The context of a request. Of keys that differ in case only, the last counts.
 *
 * @param otherwise what is so of every other key
 */
export function requestContext(
  values: ContextValues,
  otherwise: 'absent' | 'unknown' | ((key: string) => ContextValue),
): RequestContext {
  const known = new Map(Object.entries(values).map(([key, value]) => [key.toLowerCase(), valueOf(value)]));
  return {
    get: (key) => {
      const lower = key.toLowerCase();
      return known.get(lower) ?? (typeof otherwise === 'function' ? otherwise(lower) : otherwise);
    },
  };
}

function valueOf(value: ContextValues[string]): ContextValue {
  if (value === absent) return 'absent';
  if (value === unknown) return 'unknown';
  return typeof value === 'string' ? [value] : value;
}

/**
 * What AWS says of the caller in every request:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html and
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-infotouse
 */
export function callerContext(caller: Caller): ContextValues {
  switch (caller.kind) {
    case 'role':
      return {
        ...inAccount(caller.account, caller.arn, 'AssumedRole'),
        'aws:userid': `${caller.id}:${caller.session}`,
      };
    case 'user':
      return {
        ...inAccount(caller.account, caller.arn, 'User'),
        'aws:userid': caller.id,
        'aws:username': caller.arn.slice(caller.arn.lastIndexOf('/') + 1),
      };
    case 'root': {
      const arn = `arn:${caller.partition}:iam::${caller.account}:root`;
      return { ...inAccount(caller.account, arn, 'Account'), 'aws:userid': caller.account };
    }
    case 'service':
      return {
        ...nobody,
        'aws:userid': unknown,
        'aws:PrincipalType': unknown,
        'aws:PrincipalIsAWSService': 'true',
        'aws:PrincipalServiceName': caller.service,
        'aws:PrincipalServiceNamesList': [caller.service],
      };
    case 'federated':
      return { ...nobody, 'aws:userid': unknown, 'aws:PrincipalType': unknown };
    case 'anonymous':
      return { ...nobody, 'aws:userid': 'anonymous', 'aws:PrincipalType': 'Anonymous' };
  }
}

const nobody = {
  'aws:PrincipalArn': absent,
  'aws:PrincipalAccount': absent,
  'aws:PrincipalIsAWSService': 'false',
  'aws:PrincipalServiceName': absent,
  'aws:PrincipalServiceNamesList': absent,
  'aws:username': absent,
  'kms:CallerAccount': absent,
} satisfies ContextValues;

function inAccount(account: string, arn: string, type: string): ContextValues {
  return {
    ...nobody,
    'aws:PrincipalArn': arn,
    'aws:PrincipalAccount': account,
    'aws:PrincipalType': type,
    'kms:CallerAccount': account,
  };
}

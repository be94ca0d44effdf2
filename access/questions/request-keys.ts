import { supportsKey } from '../actions/action-data';
import { absent, callerContext, requestContext, unknown, type ContextValues } from '../evaluate/context';
import type { ContextValue, RequestContext } from '../evaluate/request';
import type { Tags } from '../model/model';
import type { Who } from './who';

/** Condition keys that the asker says: a value, several, `null` for "the request has no such key", `?` for "not known". */
export type SaidKeys = Readonly<Record<string, string | readonly string[] | null>>;

/** What a request is about, as far as its condition keys depend on it. */
export interface Subject {
  readonly action: string;
  readonly arn: string;
  readonly account: string;
  readonly region: string;
  /** Undefined for what is not known. */
  readonly tags: Tags | undefined;
}

/**
 * The condition keys of a plain request: over TLS, straight from the caller, without special headers. Keys that
 * such a request may or may not have, and of which nothing is said, are unknown: so an answer says what it depends on.
 */
export function plainRequest(who: Who, subject: Subject, said: SaidKeys): RequestContext {
  const known = requestContext(
    {
      ...callerContext(who.caller),
      ...tagged('aws:PrincipalTag', who.tags),
      ...place(subject),
      ...given(said),
    },
    'unknown',
  );
  const rest = otherKeys(who, subject);
  const open = new Set(Object.keys(said).map((key) => key.toLowerCase()));
  return {
    get: (key) => {
      const [value, lower] = [known.get(key), key.toLowerCase()];
      return value === 'unknown' && !open.has(lower) ? rest(lower) : value;
    },
  };
}

function place({ account, region, tags = {}, action }: Subject): ContextValues {
  const service = action.slice(0, action.indexOf(':'));
  return {
    'aws:SecureTransport': 'true',
    'aws:ViaAWSService': 'false',
    'aws:CalledVia': absent,
    'aws:RequestedRegion': region,
    'aws:ResourceAccount': account,
    's3:ResourceAccount': account,
    'kms:ViaService': absent,
    ...tagged('aws:ResourceTag', tags),
    ...tagged(`${service}:ResourceTag`, tags),
  };
}

function tagged(prefix: string, tags: Tags): ContextValues {
  return Object.fromEntries(Object.entries(tags).map(([key, value]) => [`${prefix}/${key}`, value]));
}

function given(said: SaidKeys): ContextValues {
  return Object.fromEntries(
    Object.entries(said).map(([key, value]) => [
      key,
      value === null ? absent : value === '?' ? unknown : value,
    ]),
  );
}

/** What is so of the keys that {@link plainRequest} says nothing of. */
function otherKeys(who: Who, subject: Subject): (key: string) => ContextValue {
  const service = subject.action.slice(0, subject.action.indexOf(':')).toLowerCase();
  return (key) => {
    const prefix = key.slice(0, key.indexOf(':'));
    if (key.startsWith('s3:x-amz-') || key.startsWith('kms:encryptioncontext')) return 'absent';
    if (prefix !== 'aws' && prefix !== service && awsServices.has(prefix)) return 'absent';
    if (key.startsWith('aws:principaltag/')) return 'absent';
    if (/^(aws|[a-z0-9-]+):resourcetag\//.test(key)) return subject.tags ? 'absent' : 'unknown';
    if (key.startsWith('aws:requesttag/') || key === 'aws:tagkeys') {
      return supportsKey(subject.action, key) === false ? 'absent' : 'unknown';
    }
    if (key === 'aws:sourceaccount' || key === 'aws:sourcearn') {
      return who.caller.kind === 'service' ? 'unknown' : 'absent';
    }
    return 'unknown';
  };
}

/** Prefixes of the services that the platform's policies are about: a request to one has no keys of another. */
const awsServices = new Set([
  ...['s3', 'kms', 'glue', 'athena', 'lakeformation', 'sagemaker', 'iam', 'sns', 'ssm', 'logs', 'ec2', 'ram'],
]);

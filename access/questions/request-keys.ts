import { supportsKey } from '../../aws/actions/action-data';
import { callerContext, requestContext } from '../../aws/iam/evaluate/context';
import type { Caller, ContextValue, RequestContext } from '../../aws/iam/evaluate/request';
import type { Tags } from '../model/model';
import type { Who } from './who';

/** Condition keys that the asker says: a value, several, `null` for "the request has no such key", `?` for "not known". */
export type SaidKeys = Readonly<Record<string, string | readonly string[] | null>>;

/** What a request is about, as far as its condition keys depend on it. */
export interface Subject {
  readonly action: string;
  readonly arn: string;
  readonly account: string;
  /** Undefined where the request may go to any. */
  readonly region: string | undefined;
  /** Undefined for what is not known. */
  readonly tags: Tags | undefined;
  /** Names of a key, without `alias/`; undefined for what is not known, or is no key. */
  readonly aliases?: readonly string[] | undefined;
}

/**
 * The condition keys of a plain request: over TLS, straight from the caller, without special headers. Keys that
 * such a request may or may not have, and of which nothing is said, are unknown: so an answer says what it depends on.
 */
export function plainRequest(who: Who, subject: Subject, said: SaidKeys): RequestContext {
  const asked = saidContext(said);
  const caller = whoseContext(who.caller);
  const service = subject.action.slice(0, subject.action.indexOf(':')).toLowerCase();
  return {
    get: (key) => {
      const lower = key.toLowerCase();
      return (
        asked.get(lower) ??
        fixed[lower]?.(subject) ??
        tagValue(lower, who, subject, service) ??
        caller.get(lower) ??
        otherKey(lower, who, subject, service)
      );
    },
  };
}

/** What every plain request has, by its lower-cased key. */
const fixed: Readonly<Partial<Record<string, (subject: Subject) => ContextValue>>> = {
  'aws:securetransport': () => ['true'],
  'aws:viaawsservice': () => ['false'],
  'aws:calledvia': () => 'absent',
  'aws:calledviafirst': () => 'absent',
  'aws:calledvialast': () => 'absent',
  'aws:requestedregion': ({ region }) => (region === undefined ? 'unknown' : [region]),
  'aws:resourceaccount': ({ account }) => [account],
  's3:resourceaccount': ({ account }) => [account],
  'kms:viaservice': () => 'absent',
  'kms:resourcealiases': ({ aliases }) => aliases?.map((name) => `alias/${name}`) ?? 'unknown',
};

/** Tags of the caller and of what the request is about; undefined for keys that are about no tag. */
function tagValue(key: string, who: Who, { tags }: Subject, service: string): ContextValue | undefined {
  const slash = key.indexOf('/');
  if (slash < 0) return undefined;
  const [prefix, name] = [key.slice(0, slash), key.slice(slash + 1)];
  if (prefix === 'aws:principaltag') return lowerCased(who.tags).get(name) ?? 'absent';
  if (prefix !== 'aws:resourcetag' && prefix !== `${service}:resourcetag`) return undefined;
  return tags ? (lowerCased(tags).get(name) ?? 'absent') : 'unknown';
}

const tagMaps = new WeakMap<Tags, ReadonlyMap<string, readonly string[]>>();

/** Names of tags in condition keys have no case. */
function lowerCased(tags: Tags): ReadonlyMap<string, readonly string[]> {
  const known = tagMaps.get(tags);
  if (known) return known;
  const made = new Map(Object.entries(tags).map(([key, value]) => [key.toLowerCase(), [value]]));
  tagMaps.set(tags, made);
  return made;
}

/** What is said of a condition key; of one of which nothing is said, that the request does not have it. */
export function saidValue(said: SaidKeys, key: string): ContextValue {
  return saidContext(said).get(key.toLowerCase()) ?? 'absent';
}

const saidMaps = new WeakMap<SaidKeys, ReadonlyMap<string, ContextValue>>();

function saidContext(said: SaidKeys): ReadonlyMap<string, ContextValue> {
  const known = saidMaps.get(said);
  if (known) return known;
  const made = new Map(
    Object.entries(said).map(([key, value]): [string, ContextValue] => [
      key.toLowerCase(),
      value === null ? 'absent' : value === '?' ? 'unknown' : typeof value === 'string' ? [value] : value,
    ]),
  );
  saidMaps.set(said, made);
  return made;
}

const callerMaps = new WeakMap<Caller, ReadonlyMap<string, ContextValue>>();

/** What AWS says of the caller in every request; what it does not is left to {@link otherKey}. */
function whoseContext(caller: Caller): ReadonlyMap<string, ContextValue> {
  const known = callerMaps.get(caller);
  if (known) return known;
  const values = callerContext(caller);
  const context = requestContext(values, 'unknown');
  const made = new Map(Object.keys(values).map((key) => [key.toLowerCase(), context.get(key)]));
  callerMaps.set(caller, made);
  return made;
}

/** What is so of the keys that nothing is known of otherwise. */
function otherKey(key: string, who: Who, subject: Subject, service: string): ContextValue {
  const prefix = key.slice(0, key.indexOf(':'));
  if (key.startsWith('s3:x-amz-') || key.startsWith('kms:encryptioncontext')) return 'absent';
  if (prefix !== 'aws' && prefix !== service && awsServices.has(prefix)) return 'absent';
  if (key.startsWith('aws:requesttag/') || key === 'aws:tagkeys') {
    return supportsKey(subject.action, key) === false ? 'absent' : 'unknown';
  }
  if (sources.has(key)) {
    return who.caller.kind === 'service' ? 'unknown' : 'absent';
  }
  return 'unknown';
}

/** What a service says of the resource that it acts for. */
const sources = new Set(['aws:sourceaccount', 'aws:sourcearn', 'aws:sourceorgid', 'aws:sourceorgpaths']);

/** Prefixes of the services that the platform's policies are about: a request to one has no keys of another. */
const awsServices = new Set([
  ...['s3', 'kms', 'glue', 'athena', 'lakeformation', 'sagemaker', 'iam', 'sns', 'ssm', 'logs', 'ec2', 'ram'],
]);

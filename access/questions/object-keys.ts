import type { AccessModel, Bucket, Principal } from '../model/model';
import { matcherOf, type Matcher } from '../../aws/iam/glob';
import type { Policy } from '../../aws/iam/policy';

/**
 * Examples of keys, one for each kind that policies tell apart: below every prefix that the bucket's policy or an
 * identity policy names in this bucket, a plain key, and one that matches each pattern that policies have for keys
 * of any bucket (such as `*aws-glue-*` of AWS's own policy for Glue). What holds for all of them holds for all keys.
 */
export function keysLike(model: AccessModel, bucket: Bucket, pattern: string): readonly string[] {
  const policies = [bucket.policy, ...model.principals.flatMap(policiesOf)];
  const matching = matcherOf(pattern);
  return keysOf(bucket, policies, base(pattern)).filter((key) => matching(key));
}

/** The same for what one principal's policies tell apart below one prefix (`''` for the whole bucket). */
export function keysFor(principal: Principal | undefined, bucket: Bucket, prefix: string): readonly string[] {
  const patterns = (principal ? policiesOf(principal) : []).flatMap((policy) => keyPatterns(policy, bucket));
  const plain = `${prefix}object`;
  const special = [...new Set(patterns.flatMap(({ key, own }) => (own ? [] : [`${prefix}${example(key)}`])))];
  return [plain, ...special];
}

/** Prefixes that the bucket's policy names, `''` first: without their last `*`, with a slash at the end. */
export function prefixesOf(bucket: Bucket): readonly string[] {
  const named = keyPatterns(bucket.policy, bucket)
    .map(({ key }) => key)
    .filter((key) => key.endsWith('/*'))
    .map((key) => key.slice(0, -1));
  return ['', ...[...new Set(named)].filter((prefix) => !prefix.includes('*')).sort()];
}

function policiesOf({ identity = [], boundary }: Principal): readonly Policy[] {
  return boundary ? [...identity, boundary] : identity;
}

function keysOf(bucket: Bucket, policies: readonly (Policy | undefined)[], below: string): readonly string[] {
  const patterns = policies.flatMap((policy) => keyPatterns(policy, bucket));
  const bases = new Set(['', below, ...patterns.filter(({ own }) => own).map(({ key }) => base(key))]);
  const special = new Set(['object', ...patterns.map(({ key }) => example(key))]);
  const combined = [...bases].flatMap((start) => [...special].map((end) => `${start}${end}`));
  return [...new Set([...combined, ...patterns.map(({ key }) => example(key))])].sort();
}

interface KeyPattern {
  readonly key: string;
  /** For this bucket by name, not for any bucket. */
  readonly own: boolean;
}

function keyPatterns(policy: Policy | undefined, bucket: Bucket): readonly KeyPattern[] {
  return (policy ? objectPatterns(policy) : []).flatMap(({ name, key, matches }): readonly KeyPattern[] => {
    if (name === bucket.name) return [{ key, own: true }];
    return matches?.(bucket.name) === true ? [{ key, own: false }] : [];
  });
}

/** A pattern for objects: the bucket's name, or what it matches, and the key. */
interface ObjectPattern {
  readonly name: string;
  readonly matches: Matcher | undefined;
  readonly key: string;
}

const patternsOf = new WeakMap<Policy, readonly ObjectPattern[]>();

function objectPatterns(policy: Policy): readonly ObjectPattern[] {
  const known = patternsOf.get(policy);
  if (known) return known;
  const made = policy.statements
    .flatMap(({ resources = [], notResources = [] }) => [...resources, ...notResources])
    .flatMap((arn): readonly ObjectPattern[] => {
      const match = /^arn:[^:]*:s3:::([^/]+)\/(.+)$/.exec(arn);
      const [, name = '', key = ''] = match ?? [];
      if (!match || key === '*') return [];
      return [{ name, key, matches: /[*?]/.test(name) ? matcherOf(name) : undefined }];
    });
  patternsOf.set(policy, made);
  return made;
}

/** Up to the first wildcard. */
function base(pattern: string): string {
  return pattern.replace(/[*?$].*$/, '');
}

/** A key that matches the pattern. */
function example(pattern: string): string {
  return pattern.replace(/\$\{[^}]*\}/g, 'x').replace(/[*?]/g, 'x');
}

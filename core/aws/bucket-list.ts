import type { Role } from '../module/scope';
import type { PrefixAccess } from './bucket-policy';
import { plainPrefix } from './location';
import type { PolicyStatement } from './policy';
import { byUserId, sessionsOf } from './principals';

const describe = ['s3:GetBucket*', 's3:ListBucketMultipartUploads'];
const list = ['s3:ListBucket', 's3:ListBucketVersions'];

/**
 * Lets roles list a bucket. A role whose access is limited to prefixes lists what is below them, and finds its
 * way there folder by folder; a role without any prefix, or with the whole bucket, lists everything.
 */
export function listStatements(
  arn: string,
  access: readonly PrefixAccess[],
  roles: readonly Role[],
): readonly PolicyStatement[] {
  const groups = groupByPrefixes(access, roles);
  const all = groups.get('') ?? [];
  groups.delete('');
  const limited = [...groups.values()].flat();
  return [
    { sid: 'List', actions: ['s3:List*', 's3:GetBucket*'], resources: [arn, `${arn}/*`], ...byUserId(all) },
    { sid: 'Describe', actions: describe, resources: [arn], ...byUserId(limited) },
    listing(arn, 'ListFolders', limited, {
      StringEquals: { 's3:prefix': foldersTo([...groups.keys()].flatMap(split)), 's3:delimiter': '/' },
    }),
    ...[...groups].map(([prefixes, group]) =>
      listing(arn, `List ${split(prefixes).join(' ')}`, group, {
        StringLike: { 's3:prefix': split(prefixes).map((prefix) => `${prefix}/*`) },
      }),
    ),
  ];
}

function listing(
  arn: string,
  sid: string,
  roles: readonly Role[],
  conditions: NonNullable<PolicyStatement['conditions']>,
): PolicyStatement {
  const user = { 'aws:userId': sessionsOf(roles) };
  return {
    sid,
    actions: list,
    resources: [arn],
    principals: '*',
    conditions: { ...conditions, StringLike: { ...conditions.StringLike, ...user } },
  };
}

/** Roles by their prefixes, one per line; '' is the whole bucket. Sorted, so that a policy does not change by itself. */
function groupByPrefixes(access: readonly PrefixAccess[], roles: readonly Role[]): Map<string, Role[]> {
  const groups = new Map<string, Role[]>();
  for (const role of roles) {
    const own = access.filter((entry) => entry.roles?.some(({ key }) => key === role.key));
    const prefixes = [...new Set(own.map((entry) => plainPrefix(entry.prefix)))].sort();
    const group = prefixes.includes('') ? '' : prefixes.join('\n');
    groups.set(group, [...(groups.get(group) ?? []), role]);
  }
  return new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function split(prefixes: string): readonly string[] {
  return prefixes.split('\n');
}

/** The folders above prefixes: `''` and, for `a/b/c`, also `a/` and `a/b/`. */
function foldersTo(prefixes: readonly string[]): readonly string[] {
  const folders = prefixes.flatMap((prefix) => {
    const parts = prefix.split('/').slice(0, -1);
    return parts.map((_, depth) => `${parts.slice(0, depth + 1).join('/')}/`);
  });
  return ['', ...new Set(folders)];
}

import type { Role } from '../module/scope';
import type { PrefixAccess } from './bucket-access';
import { plainPrefix } from './location';
import type { PolicyStatement } from '../../aws/iam/statement';
import { groupByPrefixes } from './prefix-groups';
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
  const groups = groupByPrefixes(roles, (role) => {
    const own = prefixesOf(access, role);
    return own.length === 0 || own.includes('') ? [''] : own;
  });
  const all = groups.filter(({ prefixes }) => prefixes.includes(''));
  const narrow = groups.filter((group) => !all.includes(group));
  const limited = narrow.flatMap(({ members }) => members);
  return [
    {
      sid: 'List',
      actions: ['s3:List*', 's3:GetBucket*'],
      resources: [arn, `${arn}/*`],
      ...byUserId(all.flatMap(({ members }) => members)),
    },
    { sid: 'Describe', actions: describe, resources: [arn], ...byUserId(limited) },
    listing(arn, 'ListFolders', limited, {
      StringEquals: {
        's3:prefix': foldersTo(narrow.flatMap(({ prefixes }) => prefixes)),
        's3:delimiter': '/',
      },
    }),
    ...narrow.map(({ prefixes, members }) =>
      listing(arn, `List ${prefixes.join(' ')}`, members, {
        StringLike: { 's3:prefix': prefixes.map((prefix) => `${prefix}/*`) },
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

function prefixesOf(access: readonly PrefixAccess[], { key }: Role): readonly string[] {
  return access
    .filter((entry) => entry.roles?.some((role) => role.key === key))
    .map((entry) => plainPrefix(entry.prefix));
}

/** The folders above prefixes: `''` and, for `a/b/c`, also `a/` and `a/b/`. */
function foldersTo(prefixes: readonly string[]): readonly string[] {
  const folders = prefixes.flatMap((prefix) => {
    const parts = prefix.split('/').slice(0, -1);
    return parts.map((_, depth) => `${parts.slice(0, depth + 1).join('/')}/`);
  });
  return ['', ...new Set(folders)];
}

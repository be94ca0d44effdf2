import type { DefaultDeny, BucketAccess, PrefixAccess } from './bucket-access';
import { refuseOutside, type Refused } from './bucket-refusal';
import { plainPrefix } from './location';
import type { Conditions, PolicyStatement } from '../../aws/iam/statement';
import { groupByPrefixes, outermost, type PrefixGroup } from './prefix-groups';
import { distinct, sessionsOf } from './principals';

/** What somebody can do with objects, and at which levels of access. */
interface Kind extends Refused {
  readonly levels: readonly PrefixAccess['level'][];
}

const reading: Kind = {
  word: 'Read',
  actions: ['s3:GetObject*'],
  deleting: [],
  levels: ['read', 'readwrite', 'super'],
  planned: true,
};
const writing: Kind = {
  word: 'Write',
  actions: ['s3:PutObject*', 's3:DeleteObject*'],
  deleting: ['s3:DeleteObject*'],
  levels: ['readwrite', 'super'],
};
const deletingForGood: Kind = {
  word: 'DeleteVersions',
  actions: ['s3:DeleteObjectVersion*'],
  deleting: ['s3:DeleteObjectVersion*'],
  levels: ['super'],
};

/** Somebody who is granted something: a role, or a principal named by ARN. */
interface Member {
  /** What the condition key holds for it. */
  readonly value: string;
  readonly isIn: (entry: PrefixAccess) => boolean;
}

/**
 * Keeps those who are granted something, and so exempt from the default deny, to what they are granted: no other
 * policy of theirs reaches further. One statement for all who reach the same; none for who reaches everything.
 */
export function reachStatements(access: BucketAccess, deny: DefaultDeny): readonly PolicyStatement[] {
  const limit = (members: readonly Member[], condition: (values: readonly string[]) => Conditions) =>
    limits(access.prefixAccess, members).map(({ kind, prefixes, members: some }) => ({
      ...kind,
      prefixes,
      who: condition(some.map(({ value }) => value)),
    }));
  return refuseOutside(access, deny, [
    ...limit(roleMembers(access, deny), (ids) => ({ StringLike: { 'aws:userId': ids } })),
    ...limit(arnMembers(access, deny), (arns) => ({ ArnLike: { 'aws:PrincipalArn': arns } })),
  ]);
}

function roleMembers({ prefixAccess }: BucketAccess, { exemptRoles = [] }: DefaultDeny): readonly Member[] {
  const exempt = new Set(exemptRoles.map(({ key }) => key));
  return distinct(prefixAccess.flatMap((entry) => entry.roles ?? []))
    .filter(({ key }) => !exempt.has(key))
    .map((role) => ({
      value: sessionsOf([role]).join(''),
      isIn: ({ roles = [] }) => roles.some(({ key }) => key === role.key),
    }));
}

function arnMembers({ prefixAccess }: BucketAccess, { exemptArns = [] }: DefaultDeny): readonly Member[] {
  return [...new Set(prefixAccess.flatMap((entry) => entry.principalArns ?? []))]
    .filter((arn) => !exemptArns.includes(arn))
    .map((arn) => ({ value: arn, isIn: ({ principalArns = [] }) => principalArns.includes(arn) }));
}

interface Limit extends PrefixGroup<Member> {
  readonly kind: Kind;
}

/** Who is kept within which prefixes, for each kind of action. */
function limits(access: readonly PrefixAccess[], members: readonly Member[]): readonly Limit[] {
  const prefixesOf = ({ levels }: Kind, { isIn }: Member): readonly string[] => {
    const own = access.filter((entry) => levels.includes(entry.level) && isIn(entry));
    return outermost(own.map(({ prefix }) => plainPrefix(prefix)));
  };
  const within = (kind: Kind, some: readonly Member[]): readonly Limit[] =>
    groupByPrefixes(some, (member) => prefixesOf(kind, member))
      .filter(({ prefixes }) => !prefixes.includes(''))
      .map((group) => ({ ...group, kind }));
  // Who may delete for good wherever it writes is kept to that already.
  const differing = members.filter(
    (member) => groupByPrefixes([writing, deletingForGood], (kind) => prefixesOf(kind, member)).length > 1,
  );
  return [...within(reading, members), ...within(writing, members), ...within(deletingForGood, differing)];
}

import type { DefaultDeny } from './bucket-default-deny';
import type { BucketAccess, PrefixAccess } from './bucket-policy';
import { objectsBelow, plainPrefix } from './location';
import type { PolicyStatement } from './policy';
import { groupByPrefixes, isWithin, outermost, type PrefixGroup } from './prefix-groups';
import { distinct, sessionsOf } from './principals';

/** What a role can do with objects, and at which levels of access. */
interface Kind {
  readonly sid: string;
  readonly actions: readonly string[];
  /** Those among the actions that the deploying identity may take where data may be lost. */
  readonly deleting: readonly string[];
  readonly levels: readonly PrefixAccess['level'][];
}

const reading: Kind = {
  sid: 'DenyRead',
  actions: ['s3:GetObject*'],
  deleting: [],
  levels: ['read', 'readwrite', 'super'],
};
const writing: Kind = {
  sid: 'DenyWrite',
  actions: ['s3:PutObject*', 's3:DeleteObject*'],
  deleting: ['s3:DeleteObject*'],
  levels: ['readwrite', 'super'],
};
const deletingForGood: Kind = {
  sid: 'DenyDeleteVersions',
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

type Conditions = NonNullable<PolicyStatement['conditions']>;

/**
 * Keeps those who are granted something, and so exempt from the default deny, to what they are granted: no other
 * policy of theirs reaches further. One statement for all who reach the same; none for who reaches everything.
 */
export function reachStatements(access: BucketAccess, deny: DefaultDeny): readonly PolicyStatement[] {
  const limit = (members: readonly Member[], condition: (values: readonly string[]) => Conditions) =>
    limits(access.prefixAccess, members).flatMap(({ kind, prefixes, members: some }) =>
      refusals(access, deny, kind, prefixes, condition(some.map(({ value }) => value))),
    );
  return [
    ...limit(roleMembers(access, deny), (ids) => ({ StringLike: { 'aws:userId': ids } })),
    ...limit(arnMembers(access, deny), (arns) => ({ ArnLike: { 'aws:PrincipalArn': arns } })),
  ];
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

/**
 * One of them may be the deploying identity, which keeps what Terraform needs: its assets, and deletion where data
 * may be lost. So one statement is about everybody, and another one about everybody else.
 */
function refusals(
  { bucketArn, deployerPrefixes, identities, allowDataLoss }: BucketAccess,
  { exceptPrefix, exemptArns = [] }: DefaultDeny,
  { sid, actions, deleting }: Kind,
  own: readonly string[],
  who: Conditions,
): readonly PolicyStatement[] {
  const open = exceptPrefix === undefined ? [] : [exceptPrefix];
  const assets = deployerPrefixes
    .map(plainPrefix)
    .filter((prefix) => !own.some((granted) => isWithin(prefix, granted)));
  const statement = (
    refused: readonly string[],
    besides: readonly string[],
    exempt: readonly string[],
    name = sid,
  ): PolicyStatement => {
    const elsewhere = [...own, ...open, ...besides].map((prefix) => `${bucketArn}${objectsBelow(prefix)}`);
    const others = [...exemptArns, ...exempt];
    return {
      sid: own.length > 0 ? `${name} outside ${own.join(' ')}` : name,
      effect: 'Deny',
      actions: refused,
      ...(elsewhere.length > 0 ? { notResources: elsewhere } : { resources: [`${bucketArn}/*`] }),
      principals: '*',
      conditions: { ...who, ...(others.length > 0 && { ArnNotLike: { 'aws:PrincipalArn': others } }) },
    };
  };
  const alsoDeployer = allowDataLoss ? actions.filter((action) => !deleting.includes(action)) : actions;
  const notDeployer = assets.length > 0 ? actions : allowDataLoss ? deleting : [];
  return [
    ...(alsoDeployer.length > 0 ? [statement(alsoDeployer, assets, [])] : []),
    ...(notDeployer.length > 0
      ? [statement(notDeployer, [], terraform(identities, actions), `${sid} ToOthers`)]
      : []),
  ];
}

/** Who runs Terraform: a plan only reads. */
function terraform(
  { deployer, planner }: BucketAccess['identities'],
  actions: readonly string[],
): readonly string[] {
  return actions === reading.actions && planner !== undefined ? [deployer, planner] : [deployer];
}

import type { DefaultDeny, BucketAccess } from './bucket-access';
import { objectsBelow, plainPrefix } from './location';
import type { Conditions, PolicyStatement } from '../../aws/iam/statement';
import { isWithin } from './prefix-groups';

/** Actions on objects that are refused together. */
export interface Refused {
  /** For Sids. */
  readonly word: string;
  readonly actions: readonly string[];
  /** Those among the actions that the deploying identity may take where data may be lost. */
  readonly deleting: readonly string[];
  /** A plan takes these actions, too, on what Terraform writes. */
  readonly planned?: true;
}

/** Actions that are refused to somebody outside of prefixes. */
export interface Refusal extends Refused {
  /** Outermost ones, without slashes at their ends. */
  readonly prefixes: readonly string[];
  readonly who: Conditions;
}

/** A statement in the making. */
interface Draft extends Pick<PolicyStatement, 'resources' | 'notResources'> {
  readonly words: readonly string[];
  readonly place: string;
  readonly actions: readonly string[];
  readonly conditions: Conditions;
}

/** The statements for refusals: those that differ in their actions only become one. */
export function refuseOutside(
  access: BucketAccess,
  deny: DefaultDeny,
  refusals: readonly Refusal[],
): readonly PolicyStatement[] {
  const drafts = new Map<string, Draft>();
  for (const draft of refusals.flatMap((refusal) => draftsOf(access, deny, refusal))) {
    const { resources, notResources, conditions } = draft;
    const key = JSON.stringify([resources, notResources, conditions]);
    const same = drafts.get(key);
    drafts.set(key, {
      ...draft,
      words: [...(same?.words ?? []), ...draft.words],
      actions: [...(same?.actions ?? []), ...draft.actions],
    });
  }
  return [...drafts.values()].map(({ words, place, ...statement }) => ({
    sid: `Deny ${words.join(' and ')} ${place}`,
    effect: 'Deny',
    principals: '*',
    ...statement,
  }));
}

/**
 * Who is refused something may be the deploying identity, which keeps what Terraform needs: its assets, and deletion
 * where data may be lost. So one statement is about everybody, and another one about everybody else.
 */
function draftsOf(access: BucketAccess, deny: DefaultDeny, refusal: Refusal): readonly Draft[] {
  const { actions, deleting, prefixes } = refusal;
  const { allowDataLoss } = access;
  const assets = access.deployerPrefixes
    .map(plainPrefix)
    .filter((prefix) => !prefixes.some((own) => isWithin(prefix, own)));
  const toEverybody = allowDataLoss ? actions.filter((action) => !deleting.includes(action)) : actions;
  const toOthers = assets.length > 0 ? actions : allowDataLoss ? deleting : [];
  return [
    ...(toEverybody.length > 0 ? [draft(access, deny, refusal, toEverybody, assets)] : []),
    ...(toOthers.length > 0 ? [draftToOthers(access, deny, refusal, toOthers)] : []),
  ];
}

function draftToOthers(
  access: BucketAccess,
  deny: DefaultDeny,
  refusal: Refusal,
  actions: readonly string[],
): Draft {
  const { deployer, planner } = access.identities;
  const terraform = refusal.planned && planner !== undefined ? [deployer, planner] : [deployer];
  const exemptArns = [...(deny.exemptArns ?? []), ...terraform];
  const made = draft(access, { ...deny, exemptArns }, refusal, actions, []);
  return { ...made, place: `${made.place} to others` };
}

function draft(
  { bucketArn }: BucketAccess,
  { exceptPrefix, exemptArns = [] }: DefaultDeny,
  { word, prefixes, who }: Refusal,
  actions: readonly string[],
  besides: readonly string[],
): Draft {
  const open = exceptPrefix === undefined ? [] : [exceptPrefix];
  const elsewhere = [...prefixes, ...open, ...besides].map((prefix) => `${bucketArn}${objectsBelow(prefix)}`);
  return {
    words: [word],
    place: prefixes.length > 0 ? `outside ${prefixes.join(' ')}` : '',
    actions,
    ...(elsewhere.length > 0 ? { notResources: elsewhere } : { resources: [`${bucketArn}/*`] }),
    conditions: { ...who, ...(exemptArns.length > 0 && { ArnNotLike: { 'aws:PrincipalArn': exemptArns } }) },
  };
}

import type { Conditions } from '../../../aws/iam/statement';
import type { TeamFacts } from './facts';

/** The tag that Studio gives to whatever is made from a domain. */
const studioKey = 'sagemaker:domain-arn';

/** The tag of what a team without Studio makes. */
const ownKey = 'terralake:team';

/** Keys of all tags that say whose a resource is. */
export const teamTagKeys = [studioKey, ownKey] as const;

/**
 * The tag that tells what is the team's from what is another's, in an account with several:
 * https://docs.aws.amazon.com/sagemaker/latest/dg/domain-resource-isolation.html
 *
 * - Creation must set it: Studio does, others pass it. So nothing that a team makes is without one.
 * - `AddTags` counts twice. At creation, which `sagemaker:TaggingAction` tells, it must set the tag as well. Later it is
 *   for what carries the tag already. What carries none is nobody's, and stays so until an administrator tags it:
 *   it may belong to somebody who was there before.
 * - The guardrail refuses to take the tag off, and to set one of another team: nothing is given away, and nothing
 *   of another's can be named as the own.
 */
export interface TeamTag {
  readonly key: string;
  readonly value: string;
  /** The key by which teams of the other kind, with or without Studio, know what is theirs. */
  readonly otherKey: string;
}

/** The tag of a team. */
export function teamTag({ domain, names }: Pick<TeamFacts, 'domain' | 'names'>): TeamTag {
  return domain
    ? { key: studioKey, value: domain.arn, otherKey: ownKey }
    : { key: ownKey, value: names.resource(), otherKey: studioKey };
}

/** Resources that carry the tag. */
export function theirs({ key, value }: TeamTag): Conditions {
  return { StringEquals: { [`aws:ResourceTag/${key}`]: value } };
}

/** Requests that set the tag, and touch nothing of another team on the way, such as an endpoint's configuration. */
export function making(tag: TeamTag): Conditions {
  return { StringEquals: { [`aws:RequestTag/${tag.key}`]: tag.value }, ...nobodyElses(tag) };
}

/** What is about no resource, or about one that no other team has. */
export function nobodyElses({ key, value, otherKey }: TeamTag): Conditions {
  return {
    StringEqualsIfExists: { [`aws:ResourceTag/${key}`]: value },
    Null: { [`aws:ResourceTag/${otherKey}`]: 'true' },
  };
}

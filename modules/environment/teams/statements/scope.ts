import { arnOf } from '../../../../core/aws/location';
import type { Conditions } from '../../../../aws/iam/statement';
import type { TeamFacts } from './facts';

/**
 * What keeps a team to its own, in two halves of which every statement needs both:
 *
 * - the **name** begins with a prefix of the environment, and a dash;
 * - the **tag** `Team` is the team's. To create, the request must set it ({@link making}); everything else is for what
 *   carries it ({@link owned}).
 *
 * Nobody gets out by tagging: to take tags off is never allowed, and to set tags is {@link making} as well. It is not
 * for what carries the tag of another team, and sets no other. Most services ask for the right to tag when something
 * is created, at which time it has no tags: so what has the prefix and *no* tag `Team` can be claimed. Whatever
 * Terralake or a team makes carries one.
 */
const resourceTag = 'aws:ResourceTag/Team';
const requestTag = 'aws:RequestTag/Team';

/** What carries the tag of the team. */
export function owned({ team }: TeamFacts): Conditions {
  return { StringEquals: { [resourceTag]: team } };
}

/** Requests that set the tag of the team, and touch nothing of another team on the way. */
export function making({ team }: TeamFacts): Conditions {
  return { StringEquals: { [requestTag]: team }, StringEqualsIfExists: { [resourceTag]: team } };
}

/** Requests that may replace all tags of what is the team's: they must say the tag again, or it would be lost. */
export function restating({ team }: TeamFacts): Conditions {
  return { StringEquals: { [requestTag]: team, [resourceTag]: team } };
}

/** What carries no tag of another team. */
export function nobodyElses({ team }: TeamFacts): Conditions {
  return { StringEqualsIfExists: { [resourceTag]: team } };
}

/** ARNs of all that is named with a prefix of the environment, of kinds such as `job/`. */
export function prefixed(facts: TeamFacts, service: string, ...kinds: readonly string[]): readonly string[] {
  return arns(facts, service, kinds, ({ prefixes }) => prefixes.map((prefix) => `${prefix}-*`));
}

/** Like {@link prefixed}, where names may be written with underscores for dashes: `fin-dev` makes `fin_dev_sales`. */
export function prefixedEitherWay(
  facts: TeamFacts,
  service: string,
  ...kinds: readonly string[]
): readonly string[] {
  return arns(facts, service, kinds, ({ prefixes }) =>
    prefixes.flatMap((prefix) => [`${prefix.replaceAll('-', '_')}_*`, `${prefix}-*`]),
  );
}

function arns(
  facts: TeamFacts,
  service: string,
  kinds: readonly string[],
  names: (facts: TeamFacts) => readonly string[],
): readonly string[] {
  return kinds.flatMap((kind) =>
    names(facts).map((name) => arnOf(facts.location, service, `${kind}${name}`)),
  );
}

/** ARNs of the account and region. */
export function within({ location }: TeamFacts, service: string, ...resources: readonly string[]) {
  return resources.map((resource) => arnOf(location, service, resource));
}

/** Actions of a service. */
export function of(service: string, ...actions: readonly string[]): readonly string[] {
  return actions.map((action) => `${service}:${action}`);
}

/** The same verb for several things. */
export function each(service: string, verb: string, ...things: readonly string[]): readonly string[] {
  return things.map((thing) => `${service}:${verb}${thing}`);
}

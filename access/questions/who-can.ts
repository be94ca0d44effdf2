import { ask, type Answer } from './ask';
import type { ModelIndex } from './model-index';
import { everybody } from './names';
import type { SaidKeys } from './request-keys';
import { whoIs, type Who } from './who';

/** Somebody who can, or of whom it is not known. */
export interface Able {
  readonly who: Who;
  /** What they can do it to: of an object known by a pattern, the keys. */
  readonly arn: string;
  readonly answer: Answer;
}

/** Everybody who can do something with one of some resources; those of whom it is not known come last. */
export function whoCan(
  index: ModelIndex,
  action: string,
  arns: readonly string[],
  options: { readonly said?: SaidKeys; readonly session?: string } = {},
): readonly Able[] {
  const { said = {}, session } = options;
  const found = everybody(index.model).flatMap((somebody) =>
    arns.map((arn): Able => {
      const who = asMeant(index, somebody, arn, session);
      return { who, arn, answer: ask(index, who, action, arn, said) };
    }),
  );
  const able = found.filter(({ answer }) => answer.outcome === 'allowed');
  return [...able, ...found.filter(({ answer }) => answer.outcome === 'unknown')];
}

/** The session that a profile is meant for, unless the asker says which. */
function asMeant(index: ModelIndex, who: Who, arn: string, session: string | undefined): Who {
  const { principal } = who;
  if (!principal) return who;
  const owner = index.tagsOf(arn)?.userid;
  const meant = owner?.startsWith(`${principal.id}:`) ? owner.slice(principal.id.length + 1) : undefined;
  const name = session ?? meant;
  return name === undefined ? who : whoIs(principal, name);
}

import { RunError } from './errors';
import type { Run } from './run';

/** What became of a stack. */
export type Outcome<T> =
  | { readonly kind: 'done'; readonly stack: string; readonly made: T }
  | { readonly kind: 'failed'; readonly stack: string; readonly failure: RunError }
  | { readonly kind: 'skipped'; readonly stack: string };

/** Works on one stack after the other. The first that fails ends it: those behind it may need what it makes. */
export async function oneByOne<S extends { readonly id: string }, T>(
  { tell }: Run,
  stacks: readonly S[],
  work: (stack: S) => Promise<T>,
): Promise<readonly Outcome<T>[]> {
  const outcomes: Outcome<T>[] = [];
  let hasFailed = false;
  for (const stack of stacks) {
    const outcome: Outcome<T> = hasFailed ? skipped(stack) : await attempt(stack, work);
    if (outcome.kind !== 'done') tell(outcome);
    hasFailed = outcome.kind !== 'done';
    outcomes.push(outcome);
  }
  return outcomes;
}

/** What was made of all stacks. @throws RunError what failed */
export function madeOf<T>(outcomes: readonly Outcome<T>[]): readonly T[] {
  return outcomes.flatMap((outcome) => {
    if (outcome.kind === 'failed') throw outcome.failure;
    return outcome.kind === 'done' ? [outcome.made] : [];
  });
}

async function attempt<S extends { readonly id: string }, T>(
  stack: S,
  work: (stack: S) => Promise<T>,
): Promise<Outcome<T>> {
  try {
    return { kind: 'done', stack: stack.id, made: await work(stack) };
  } catch (error) {
    if (!(error instanceof RunError)) throw error;
    return { kind: 'failed', stack: stack.id, failure: error };
  }
}

function skipped({ id }: { readonly id: string }): Outcome<never> {
  return { kind: 'skipped', stack: id };
}

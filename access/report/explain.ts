import type { Answer } from '../questions/ask';
import type { Lock } from '../questions/lock';
import { reasonLine } from '../questions/matrix';
import type { ModelIndex } from '../questions/model-index';
import { placeText, readable } from '../questions/readable';
import type { Able } from '../questions/who-can';

/** An answer for people: allowed or not, then each lock with what opens or closes it. */
export function explainText(index: ModelIndex, question: string, answer: Answer): string {
  return [`${readable(index, question)}: ${answer.outcome}`, ...lockLines(index, answer.locks, '  ')].join(
    '\n',
  );
}

/** Locks, the decisive ones of a denial first. */
export function lockLines(index: ModelIndex, locks: readonly Lock[], indent: string): readonly string[] {
  const order = { denied: 0, unknown: 1, allowed: 2 } as const;
  return [...locks]
    .sort((a, b) => order[a.outcome] - order[b.outcome])
    .flatMap((lock) => [
      `${indent}${signs[lock.outcome]} ${lock.name}: ${readable(index, lock.question)}`,
      ...lock
        .reasons()
        .map(({ text, origin }) => `${indent}    ${readable(index, text)}${placeText(origin)}`),
    ]);
}

/** A sign for each outcome, so that colour is never the only one. */
const signs = { allowed: '✓', denied: '✗', unknown: '?' } as const;

/** An answer as data. */
export function explainData(index: ModelIndex, answer: Answer) {
  return {
    outcome: answer.outcome,
    locks: answer.locks.map((lock) => ({
      name: lock.name,
      question: lock.question,
      outcome: lock.outcome,
      reasons: lock.reasons().map(({ text, origin }) => ({
        text: readable(index, text),
        ...(origin && { stack: origin.stack, address: origin.address }),
        ...(origin?.place && { place: origin.place }),
      })),
    })),
  };
}

/** Who can, one line for each with the reason; of whom it is not known comes last. */
export function whoCanText(index: ModelIndex, action: string, able: readonly Able[]): string {
  if (able.length === 0) return `nobody can ${action} there`;
  const several = new Set(able.map(({ arn }) => arn)).size > 1;
  return able
    .map(({ who, arn, answer }) => {
      const on = several ? ` ${readable(index, arn)}` : '';
      return `${signs[answer.outcome]} ${who.label}${on}\n    ${reasonLine(index, answer)}`;
    })
    .join('\n');
}

/** The same as data. */
export function whoCanData(index: ModelIndex, able: readonly Able[]) {
  return able.map(({ who, arn, answer }) => ({
    principal: who.label,
    resource: arn,
    outcome: answer.outcome,
    reason: reasonLine(index, answer),
  }));
}

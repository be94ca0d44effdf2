import type { ModelIndex } from '../questions/model-index';
import { reasonLine } from '../questions/matrix';
import { readable } from '../questions/readable';
import type { Able } from '../questions/who-can';
import { signs } from './explain';

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

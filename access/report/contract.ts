import { describePlace, type Place } from '../../diagnostics/diagnostic';
import type { ConfigPath } from '../../core/config/locate';
import type { Broken, Verified } from '../contract/verified';
import type { ModelIndex } from '../questions/model-index';
import { readable } from '../questions/readable';
import { lockLines } from './explain';

type Locate = (path: ConfigPath) => Place;

/** How many questions of one rule are told in full. */
const told = 3;

/** What does not hold, rule by rule, with reasons; or that everything does. */
export function contractText(index: ModelIndex, { rules, checks, broken }: Verified, locate: Locate): string {
  if (broken.length === 0) return `the contract holds: ${rules} rules, ${checks} answers`;
  const positions = [...new Set(broken.map(({ position }) => position))];
  const blocks = positions.map((position) =>
    ruleText(
      index,
      broken.filter((one) => one.position === position),
      locate,
    ),
  );
  const summary = `the contract is broken: ${positions.length} of ${rules} rules, ${broken.length} of ${checks} answers`;
  return [...blocks, summary].join('\n\n');
}

function ruleText(index: ModelIndex, broken: readonly Broken[], locate: Locate): string {
  const [first] = broken;
  if (!first) return '';
  const { rule, position } = first;
  const more = broken.length - told;
  return [
    `✗ ${rule.id} (${describePlace(locate(['rules', position, 'id']))})`,
    ...(rule.why === undefined ? [] : [`  ${rule.why}`]),
    ...broken.slice(0, told).flatMap((one) => brokenLines(index, one)),
    ...(more > 0 ? [`  … and ${more} more`] : []),
  ].join('\n');
}

function brokenLines(
  index: ModelIndex,
  { who, action, on, expected, found, answer }: Broken,
): readonly string[] {
  if (!answer) return [`  ${who}: ${action} must be ${expected}, and is ${found}`];
  const locks = answer.locks.filter((lock) => found !== 'denied' || lock.outcome !== 'allowed');
  return [
    `  ${who} ${action} ${readable(index, on)}: ${found}, must be ${expected}`,
    ...lockLines(index, locks, '    '),
  ];
}

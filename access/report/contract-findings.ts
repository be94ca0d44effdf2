import type { ConfigPath } from '../../core/config/locate';
import { type Diagnostic, error, type Label, type Place } from '../../diagnostics/diagnostic';
import type { Broken, Verified } from '../contract/verified';
import type { ModelIndex } from '../questions/model-index';
import { readable } from '../questions/readable';

/** Broken rules as findings, one each: at the rule, with the lines that decide otherwise. */
export function contractFindings(
  index: ModelIndex,
  { broken }: Pick<Verified, 'broken'>,
  locate: (path: ConfigPath) => Place,
): readonly Diagnostic[] {
  const rules = new Map<number, Broken[]>();
  for (const one of broken) rules.set(one.position, [...(rules.get(one.position) ?? []), one]);
  return [...rules].flatMap(([position, [first, ...more]]) => {
    if (!first) return [];
    const { rule, who, action, on, found, expected } = first;
    const others = more.length === 0 ? '' : `, and ${more.length} more`;
    const message = `the rule ${rule.id} is broken: ${who} ${action} ${readable(index, on)} is ${found}, not ${expected}${others}`;
    const why = rule.why === undefined ? '' : `${rule.why.replace(/\.$/, '')}. `;
    const help = `${why}Change who may, or the contract.`;
    const labels = [
      { place: locate(['rules', position, 'id']), words: 'the rule' },
      ...decisive(index, first),
    ];
    return [error('TL911', labels, message, help)];
  });
}

/** The lines of YAML that make the answer what it is, each once. */
function decisive(index: ModelIndex, { answer, found }: Broken): readonly Label[] {
  const locks = answer?.locks.filter(({ outcome }) => found === 'allowed' || outcome !== 'allowed') ?? [];
  const labels = locks
    .flatMap((lock) => lock.reasons())
    .flatMap(({ text, origin }) =>
      origin?.place ? [{ place: origin.place, words: readable(index, text) }] : [],
    );
  return [...new Map(labels.map((label) => [JSON.stringify(label), label])).values()];
}

import { askShortly, type Answer } from './ask';
import { dataOf, type Data } from './data';
import {
  levels,
  type Level,
  type MatrixCell,
  type MatrixPrincipal,
  type MatrixReport,
} from './matrix-report';
import type { ModelIndex } from './model-index';
import { everybody } from './names';
import { placeText, readable } from './readable';
import type { Who } from './who';

/** What everybody can do with all data: the platform's principals, those it refers to, and the stand-ins. */
export function matrix(
  index: ModelIndex,
  info: { readonly organization: string; readonly source: MatrixReport['source'] },
): MatrixReport {
  const people = everybody(index.model);
  const data = dataOf(index.model);
  const cells = people.flatMap((who, principal) =>
    data.flatMap((one, position): readonly MatrixCell[] => {
      const cell = cellOf(index, who, one);
      return cell ? [{ principal, data: position, ...cell }] : [];
    }),
  );
  return {
    ...info,
    principals: people.map(principalOf),
    data: data.map(({ kind, label, arn, place }) => ({ kind, label, arn, place })),
    cells,
    assumptions: index.model.assumptions,
  };
}

function cellOf(
  index: ModelIndex,
  who: Who,
  data: Data,
): Pick<MatrixCell, 'outcomes' | 'reasons'> | undefined {
  const asker = data.asker(who);
  const answers = levels.map((level): [Level, Answer] => [level, best(index, asker, data, level)]);
  if (answers.every(([, { outcome }]) => outcome === 'denied')) return undefined;
  const open = answers.filter(([, { outcome }]) => outcome !== 'denied');
  return {
    outcomes: Object.fromEntries(
      answers.map(([level, { outcome }]) => [level, outcome]),
    ) as MatrixCell['outcomes'],
    reasons: Object.fromEntries(open.map(([level, answer]) => [level, reasonLine(index, answer)])),
  };
}

/** Of several objects that a question may be about, the answer for the one that is most open. */
function best(index: ModelIndex, who: Who, data: Data, level: Level): Answer {
  const { action, arns } = data.question(level, who);
  const order = { allowed: 2, unknown: 1, denied: 0 } as const;
  return arns
    .map((arn) => askShortly(index, who, action, arn))
    .reduce((most, next) => (order[next.outcome] > order[most.outcome] ? next : most));
}

/** One line: what opens each lock, or what each that is not surely open depends on. */
export function reasonLine(index: ModelIndex, { outcome, locks }: Answer): string {
  const told = locks.filter((lock) => lock.outcome === outcome);
  const lines = told.flatMap((lock) => {
    const [first] = lock.reasons();
    return first ? [`${lock.name}: ${readable(index, first.text)}${placeText(first.origin)}`] : [];
  });
  return [...new Set(lines)].join('; ');
}

function principalOf({ label, caller, principal }: Who): MatrixPrincipal {
  const arn = 'arn' in caller ? caller.arn : label;
  const kind = principal ? (principal.identity ? 'platform' : 'referred to') : 'stand-in';
  return { label, arn, kind, place: principal?.origin?.place };
}

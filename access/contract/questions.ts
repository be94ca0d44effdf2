import type { Code } from '../../diagnostics/code';
import { suggestion } from '../../core/config/nearest';
import type { ConfigPath } from '../../core/config/locate';
import { nobodyCalled, nothingCalled, unknownAction } from '../questions/known-names';
import type { ModelIndex } from '../questions/model-index';
import { everybody, named, resourcesNamed } from '../questions/names';
import type { SaidKeys } from '../questions/request-keys';
import type { Who } from '../questions/who';
import type { ContractFile, Rule } from './schema';

/** Something in a rule that stands for nothing. */
export interface Misnamed {
  readonly code: Code;
  readonly path: ConfigPath;
  readonly message: string;
  readonly help: string;
}

/** A question that a rule asks, and what the answer must be. */
export interface RuleQuestion {
  readonly who: Who;
  readonly action: string;
  readonly arn: string;
  readonly said: SaidKeys;
  readonly expected: 'allowed' | 'denied';
}

/** All questions of a rule about access; none where something in it stands for nothing. */
export function questionsOf(
  index: ModelIndex,
  { requests }: ContractFile,
  rule: Rule,
  position: number,
): { readonly questions: readonly RuleQuestion[]; readonly misnamed: readonly Misnamed[] } {
  const misnamed: Misnamed[] = [...shape(rule, position)];
  const report = (found: Misnamed): void => void misnamed.push(found);
  const path = (key: string, at: number): ConfigPath => ['rules', position, key, at];
  const people = peopleOf(index, rule, path, report);
  const arns = resourcesOf(index, rule, path, report);
  const { may = [], may_not: mayNot = [] } = rule;
  may.forEach((action, at) => checkAction(action, path('may', at), report));
  mayNot.forEach((action, at) => checkAction(action, path('may_not', at), report));
  const said = saidKeys(index, requests, rule, position, report);
  if (misnamed.length > 0) return { questions: [], misnamed };
  const allowed = rule.only === undefined ? may : [];
  const denied = rule.only === undefined ? mayNot : may;
  const about = (actions: readonly string[], expected: RuleQuestion['expected']) =>
    actions.flatMap((action) =>
      people.flatMap((who) => arns.map((arn): RuleQuestion => ({ who, action, arn, said, expected }))),
    );
  const questions = [...about(allowed, 'allowed'), ...about(denied, 'denied')];
  return { questions, misnamed: questions.length === 0 ? [vacuous(rule, position)] : [] };
}

/** A rule that asks nothing would hold whatever the platform does. */
function vacuous({ id }: Rule, position: number): Misnamed {
  return {
    code: 'TL910',
    path: ['rules', position],
    message: `rule ${id} is about nobody or nothing: all that it names is left out again`,
    help: 'Leave less out, or remove the rule.',
  };
}

type Report = (found: Misnamed) => void;
type PathOf = (key: string, at: number) => ConfigPath;

function shape(rule: Rule, position: number): readonly Misnamed[] {
  const problem = (message: string, help: string): Misnamed => ({
    code: 'TL910',
    path: ['rules', position],
    message: `rule ${rule.id} ${message}`,
    help,
  });
  const { who, only, may = [], may_not: mayNot = [], on = [] } = rule;
  return [
    ...(rule.has ? [problem('has `has` without `every`', 'Say which kind of resource it is about.')] : []),
    ...((who === undefined) === (only === undefined)
      ? [problem('needs one of who and only', 'Say whom the rule is about.')]
      : []),
    ...(may.length + mayNot.length === 0 ? [problem('has no action', 'Add `may` or `may_not`.')] : []),
    ...(only && mayNot.length > 0
      ? [problem('has only and may_not', '`only` goes with `may`: nobody else may.')]
      : []),
    ...(on.length === 0 ? [problem('has no data', 'Add `on`.')] : []),
  ];
}

function peopleOf(index: ModelIndex, rule: Rule, path: PathOf, report: Report): readonly Who[] {
  const { model } = index;
  const find = (names: readonly string[] | undefined, key: string): readonly Who[] =>
    (names ?? []).flatMap((name, at) => {
      const found = named(model, name, rule.session);
      if (found.length === 0) report({ code: 'TL910', path: path(key, at), ...nobodyCalled(model, name) });
      return found;
    });
  const left = new Set(
    [...find(rule.except, 'except'), ...find(rule.only, 'only')].map(({ label }) => label),
  );
  const meant = rule.only ? everybody(model) : find(rule.who, 'who');
  const distinct = new Map(meant.map((who) => [who.label, who]));
  return [...distinct.values()].filter(({ label }) => !left.has(label));
}

function resourcesOf(index: ModelIndex, rule: Rule, path: PathOf, report: Report): readonly string[] {
  const find = (names: readonly string[] | undefined, key: string): readonly string[] =>
    (names ?? []).flatMap((name, at) => {
      const found = resourcesNamed(index.model, name);
      if (found.length === 0) report({ code: 'TL910', path: path(key, at), ...nothingCalled(name) });
      return found;
    });
  const left = new Set(find(rule.but_not_on, 'but_not_on'));
  return [...new Set(find(rule.on, 'on'))].filter((arn) => !left.has(arn));
}

/** The condition keys of the request, with names of data replaced by their ARNs. */
function saidKeys(
  index: ModelIndex,
  requests: ContractFile['requests'],
  rule: Rule,
  position: number,
  report: Report,
): SaidKeys {
  const { like, with: own } = rule;
  const common = like === undefined ? {} : requests[like];
  if (!common) {
    const help = suggestion(like ?? '', Object.keys(requests));
    report({
      code: 'TL910',
      path: ['rules', position, 'like'],
      message: `no request is called "${like ?? ''}"`,
      help,
    });
  }
  return Object.fromEntries(
    Object.entries({ ...common, ...own }).map(([key, value]) => {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return [key, value];
      const [arn, ...others] = resourcesNamed(index.model, value.arn);
      if (arn === undefined || others.length > 0) {
        const count = arn === undefined ? 'nothing' : 'several things';
        report({
          code: 'TL910',
          path: ['rules', position, 'with', key, 'arn'],
          message: `the platform has ${count} called "${value.arn}"`,
          help: 'Name one thing, as in `on`.',
        });
      }
      return [key, arn ?? ''];
    }),
  );
}

function checkAction(action: string, path: ConfigPath, report: Report): void {
  const wrong = unknownAction(action);
  if (wrong) report({ code: 'TL910', path, ...wrong });
}

import type { Code } from '../../core/config/codes';
import { suggestion } from '../../core/config/nearest';
import type { ConfigPath } from '../../core/config/locate';
import { actionExists } from '../actions/action-data';
import { ask, rowActions, type Answer } from '../questions/ask';
import type { ModelIndex } from '../questions/model-index';
import { everybody, named, nearPrincipals, resourcesNamed, resourceWords } from '../questions/names';
import type { SaidKeys } from '../questions/request-keys';
import type { Who } from '../questions/who';
import { checkFacts } from './facts';
import type { ContractFile, Rule } from './schema';

/** A rule that does not hold, for one of those whom it is about. */
export interface Broken {
  readonly rule: Rule;
  /** The position of the rule in the contract. */
  readonly position: number;
  /** Who, does what, to what; of a rule about facts the resource. */
  readonly who: string;
  readonly action: string;
  readonly on: string;
  /** What the rule says: `must` or `must not` be allowed, or what a resource must have. */
  readonly expected: string;
  readonly found: string;
  readonly answer: Answer | undefined;
}

/** Something in a rule that stands for nothing. */
export interface Misnamed {
  readonly code: Code;
  readonly path: ConfigPath;
  readonly message: string;
  readonly help: string;
}

export interface Verified {
  readonly rules: number;
  /** How many questions were asked. */
  readonly checks: number;
  readonly broken: readonly Broken[];
  readonly misnamed: readonly Misnamed[];
}

/** Asks everything that a contract says. What is not known breaks a rule either way. */
export function verify(index: ModelIndex, contract: ContractFile): Verified {
  const results = contract.rules.map((rule, position) => verifyRule(index, contract, rule, position));
  return {
    rules: contract.rules.length,
    checks: results.reduce((sum, { checks }) => sum + checks, 0),
    broken: results.flatMap(({ broken }) => broken),
    misnamed: [...results.flatMap(({ misnamed }) => misnamed), ...doubled(contract)],
  };
}

function doubled({ rules }: ContractFile): readonly Misnamed[] {
  return rules.flatMap(({ id }, position): readonly Misnamed[] =>
    rules.findIndex((other) => other.id === id) === position
      ? []
      : [
          {
            code: 'TL910',
            path: ['rules', position, 'id'],
            message: `two rules are called ${id}`,
            help: 'Give each rule an id of its own.',
          },
        ],
  );
}

function verifyRule(
  index: ModelIndex,
  { requests }: ContractFile,
  rule: Rule,
  position: number,
): Omit<Verified, 'rules'> {
  if (rule.every !== undefined) return checkFacts(index.model, rule, position);
  const misnamed: Misnamed[] = [...shape(rule, position)];
  const report = (found: Misnamed): void => void misnamed.push(found);
  const path = (key: string, at: number): ConfigPath => ['rules', position, key, at];
  const people = peopleOf(index, rule, path, report);
  const arns = resourcesOf(index, rule, path, report);
  const actions = [
    ...(rule.may ?? []).map((action, at) => ({
      action,
      must: rule.only === undefined,
      path: path('may', at),
    })),
    ...(rule.may_not ?? []).map((action, at) => ({ action, must: false, path: path('may_not', at) })),
  ];
  for (const { action, path: where } of actions) checkAction(action, where, report);
  const said = saidKeys(index, requests, rule, position, report);
  if (misnamed.length > 0) return { checks: 0, broken: [], misnamed };
  let checks = 0;
  const broken: Broken[] = [];
  for (const { action, must } of actions) {
    for (const who of people) {
      for (const arn of arns) {
        const answer = ask(index, who, action, arn, said);
        checks += 1;
        if (answer.outcome === (must ? 'allowed' : 'denied')) continue;
        const expected = must ? 'must be allowed' : 'must be denied';
        broken.push({
          rule,
          position,
          who: who.label,
          action,
          on: arn,
          expected,
          found: answer.outcome,
          answer,
        });
      }
    }
  }
  return { checks, broken, misnamed };
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
      if (found.length === 0) {
        const near = nearPrincipals(model, name);
        const labels = everybody(model).map(({ label }) => label);
        const help =
          near.length > 0
            ? `Did you mean ${near.map((n) => `"${n}"`).join(' or ')}?`
            : suggestion(name, labels);
        report({ code: 'TL910', path: path(key, at), message: `nobody is called "${name}"`, help });
      }
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
      if (found.length === 0) {
        const message = `the platform has nothing called "${name}"`;
        const help = `Names begin with ${resourceWords.map((word) => `${word}/`).join(', ')} or arn:.`;
        report({ code: 'TL910', path: path(key, at), message, help });
      }
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
  const known =
    rowActions[action.toLowerCase()] !== undefined ||
    /^lakeformation:[A-Z_]+$/.test(action) ||
    actionExists(action);
  if (known) return;
  const help = 'Write <service>:<Action> as AWS does, lakeformation:<PERMISSION>, data:Read or data:Write.';
  report({ code: 'TL910', path, message: `AWS has no action "${action}"`, help });
}

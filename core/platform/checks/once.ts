import { error, type Diagnostic, type Place } from '../../../diagnostics/diagnostic';
import { describeSite, siteKey } from '../../../aws/site';
import type { Located, Platform } from '../platform';
import { stackPlans, type StackPlan } from '../stacks';
import { environmentWords, modulesOf, moduleWords } from './words';

/** Every value whose key an earlier value had already, with that earlier one. */
export function repeated<T>(values: Iterable<T>, key: (value: T) => string): readonly (readonly [T, T])[] {
  const first = new Map<string, T>();
  const pairs: (readonly [T, T])[] = [];
  for (const value of values) {
    const known = key(value);
    const earlier = first.get(known);
    if (earlier === undefined) first.set(known, value);
    else pairs.push([earlier, value]);
  }
  return pairs;
}

/** Parameter paths have no environment in them, so one account and region holds one environment of a domain. */
export function checkEnvironments(platform: Platform): readonly Diagnostic[] {
  return repeated(
    platform.environments,
    (environment) => `${environment.domain} ${siteKey(environment)}`,
  ).map(([first, second]) =>
    error(
      'TL405',
      [
        { place: second.place, words: 'goes there too' },
        { place: first.place, words: 'is there already' },
      ],
      `${environmentWords(second)} and ${environmentWords(first)} go to the same account and region, where their parameters would collide`,
      'Give one of them another `account` or `region`, or make it a domain of its own.',
    ),
  );
}

/** Stack ids, and with them workspaces and states, are unique. */
export function checkStacks(platform: Platform): readonly Diagnostic[] {
  const plans = stackPlans(platform);
  const sameId = repeated(plans, ({ id }) => id).map(([first, second]) =>
    clash(`the stack id ${second.id}`, first, second),
  );
  if (sameId.length > 0) return sameId;
  return repeated(plans, ({ stateKey }) => stateKey).map(([first, second]) =>
    clash(`the state ${second.stateKey}`, first, second),
  );
}

function clash(what: string, first: StackPlan, second: StackPlan): Diagnostic {
  const message = `${what} stands for ${words(second)} and for ${words(first)}`;
  const help = `Add \`stack_name:\` to the environment ${environmentWords(second.environment)}.`;
  const places = [
    { place: placeOf(second), words: 'takes it too' },
    { place: placeOf(first), words: 'has it already' },
  ];
  return error('TL406', places, message, help);
}

function words({ environment, modules }: StackPlan): string {
  const [module] = environment.stacks === 'per-module' ? modules : [];
  return module ? `${environmentWords(environment)}/${module.name}` : environmentWords(environment);
}

function placeOf({ environment, modules }: StackPlan): Place {
  return (environment.stacks === 'per-module' ? modules[0]?.place : undefined) ?? environment.place;
}

/** A setting that an account and region has once has one owner. */
export function checkClaims(platform: Platform): readonly Diagnostic[] {
  const claims = modulesOf(platform).flatMap((owner) =>
    owner.module.declaration.claims.map((claim) => ({ claim, owner })),
  );
  return repeated(claims, ({ claim, owner }) => `${claim} ${siteKey(owner.environment)}`).map(
    ([first, { claim, owner }]) =>
      error(
        'TL403',
        [
          { place: owner.module.place, words: 'owns it too' },
          { place: first.owner.module.place, words: 'owns it already' },
        ],
        `${moduleWords(owner)} and ${moduleWords(first.owner)} both own the ${claim} of ${describeSite(owner.environment)}`,
        'Keep one of the two modules, or deploy them into different accounts.',
      ),
  );
}

/** A parameter path has one publisher in an account and region. */
export function checkPublishers(platform: Platform): readonly Diagnostic[] {
  const publications = modulesOf(platform).flatMap((publisher) =>
    publisher.module.declaration.publishes.map((path) => ({ path, publisher })),
  );
  return repeated(publications, ({ path, publisher }) => `${siteKey(publisher.environment)} ${path}`)
    .filter(([first, second]) => !sameModuleTwice(first.publisher, second.publisher))
    .map(([first, { path, publisher }]) =>
      error(
        'TL404',
        [
          { place: publisher.module.place, words: 'publishes it too' },
          { place: first.publisher.module.place, words: 'publishes it already' },
        ],
        `${path} is published by ${moduleWords(publisher)} and by ${moduleWords(first.publisher)}`,
        'Rename what it stands for in one of the two modules, or the module.',
      ),
    );
}

/** Two environments of one domain in one place are reported as such (TL405), not path by path. */
function sameModuleTwice(a: Located, b: Located): boolean {
  return a.environment !== b.environment && a.environment.domain === b.environment.domain;
}

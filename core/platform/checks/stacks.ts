import { type Diagnostic, error, type Place } from '../../../diagnostics/diagnostic';
import type { Platform } from '../platform';
import { type StackPlan, stackPlans } from '../stacks';
import { repeated } from './pairs';
import { environmentWords } from './words';

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

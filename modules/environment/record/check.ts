import type { ModuleContext, ModuleFinding } from '../../../core/module/define-module';
import type { EnvironmentFacts } from '../facts';
import { checkImmutable } from './immutable';
import { checkPrefix } from './prefix';
import { checkRemoved } from './removed';

/** Compares an environment with what the lock file recorded of it. */
export function checkRecord(facts: EnvironmentFacts, context: ModuleContext): readonly ModuleFinding[] {
  const { recorded } = context;
  if (!recorded) return [];
  return [
    ...checkImmutable(facts, context, recorded),
    ...checkPrefix(facts, recorded),
    ...checkRemoved(facts, recorded),
  ];
}

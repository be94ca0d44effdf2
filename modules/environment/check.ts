import type { ModuleContext, ModuleFinding } from '../../core/module/define-module';
import type { EnvironmentFacts } from './facts';
import { checkTags } from './tags';

/** What belongs to no single part of an environment. */
export function checkEnvironment(facts: EnvironmentFacts, context: ModuleContext): readonly ModuleFinding[] {
  return [...checkTarget(context), ...checkTags(facts)];
}

function checkTarget({ account, region }: ModuleContext): readonly ModuleFinding[] {
  if (account !== undefined && region !== undefined) return [];
  const missing = [account === undefined && 'account', region === undefined && 'region'].filter(Boolean);
  return [
    {
      severity: 'error',
      code: 'TL207',
      message: `an environment for teams needs a stated ${missing.join(' and ')}`,
      help: 'Write `account:` and `region:` at the environment or its domain.',
      path: [],
    },
  ];
}

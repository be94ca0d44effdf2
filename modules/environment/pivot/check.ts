import type { ModuleFinding } from '../../../core/module/define-module';
import { roleArnOf, type EnvironmentFacts } from '../facts';
import { pivotFacts } from './environment-facts';
import { maxPolicies, pivotPolicies } from './policies';

/** The name under which the pivot role is published among those of the teams. */
const published = 'pivot';

/** An existing role of the environment's account, and a role that AWS lets be made. */
export function checkPivot(facts: EnvironmentFacts): readonly ModuleFinding[] {
  return [...existing(facts), ...tooManyPolicies(facts), ...namesakes(facts)];
}

function existing({ config, location }: EnvironmentFacts): readonly ModuleFinding[] {
  const { roleArn } = config.pivotRole;
  if (roleArn === undefined || roleArn.startsWith(roleArnOf(location, ''))) return [];
  return [
    {
      severity: 'error',
      code: 'TL204',
      message: `the role ${roleArn} is not of the environment's account (${location.account})`,
      help: 'Bring a role of the account; `terralake pivot-role` writes Terraform that makes one.',
      path: ['pivotRole', 'roleArn'],
    },
  ];
}

function tooManyPolicies(facts: EnvironmentFacts): readonly ModuleFinding[] {
  const { pivot } = facts;
  if (pivot?.made !== true) return [];
  const needed = pivotPolicies(pivotFacts(facts, pivot)).length;
  if (needed <= maxPolicies) return [];
  return [
    {
      severity: 'error',
      code: 'TL204',
      message: `the pivot role would need ${String(needed)} policies, AWS attaches ${String(maxPolicies)} to a role`,
      help: 'Import fewer buckets and keys, or register fewer consumption roles, in one environment.',
      path: ['pivotRole'],
    },
  ];
}

function namesakes({ pivot, teams }: EnvironmentFacts): readonly ModuleFinding[] {
  if (!pivot) return [];
  return teams
    .filter(({ slug }) => slug === published)
    .map(({ name, from }) => ({
      severity: 'error',
      code: 'TL502',
      message: `the role of the team "${name}" would be published as role/${published}, as the pivot role is`,
      help: 'Rename the team.',
      path: from,
    }));
}

import type { ModuleFinding } from '../../../core/module/define-module';
import { teamOf, type EnvironmentFacts } from '../facts';
import type { Neighbourhood } from '../part';
import { teamPolicies } from '../teams/policies';
import { policyNames, sharePoliciesOf, type SharePolicy } from './policy';

/** AWS's quota of managed policies for a role. */
const most = 10;

/** Whether share policies find room on their roles, and which of them somebody else has to attach. */
export function checkSharePolicies({ own, all }: Neighbourhood): readonly ModuleFinding[] {
  return sharePoliciesOf(own, all).flatMap((policy) => [...room(own, policy), ...toAttach(own, policy)]);
}

function room(own: EnvironmentFacts, policy: SharePolicy): readonly ModuleFinding[] {
  const { principal } = policy;
  if (!principal.attach) return [];
  const team = principal.kind === 'team' ? teamOf(own, principal.name) : undefined;
  const others = team ? teamPolicies(own, team).length : 0;
  const count = policyNames(policy).length;
  if (others + count <= most) return [];
  return [
    {
      severity: 'error',
      code: 'TL204',
      message: `the role ${principal.roleName} would have ${String(others + count)} policies, ${String(count)} of them for shares; AWS attaches ${String(most)}`,
      help: 'Share fewer items with it, or distribute the shares over several consumption roles.',
      path: policy.shares[0].from,
    },
  ];
}

function toAttach(own: EnvironmentFacts, policy: SharePolicy): readonly ModuleFinding[] {
  const { principal } = policy;
  const role = own.config.consumptionRoles[principal.kind === 'team' ? '' : principal.name];
  if (principal.attach || role?.management === 'external') return [];
  const team = principal.kind === 'team' ? teamOf(own, principal.name) : undefined;
  return [
    {
      severity: 'note',
      code: 'TL427',
      message: `the role ${principal.roleName} gets its shares once you attach ${policyNames(policy).join(', ')} to it`,
      help: team
        ? 'Attach it, or let Terralake do it with `attachPolicies: true`.'
        : 'Attach it, or let Terralake do it with `management: full`.',
      path: team ? team.from : ['consumptionRoles', principal.name],
    },
  ];
}

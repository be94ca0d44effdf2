import type { ModuleContext, ModuleFinding } from '../../../core/module/define-module';
import type { EnvironmentFacts } from '../facts';
import { checkObjectTeam } from '../teams/object';

/** Who has networks here, and that each VPC is one of them only once. */
export function checkNetworks(facts: EnvironmentFacts, context: ModuleContext): readonly ModuleFinding[] {
  const networks = Object.entries(facts.config.networks);
  return networks.flatMap(([name, { team, vpcId }], index) => {
    const path = ['networks', name];
    const same = networks.slice(0, index).find(([, other]) => other.vpcId === vpcId);
    return [
      ...checkObjectTeam(facts, context, { team, permission: 'CREATE_NETWORK', path }),
      ...(same ? [twice(vpcId, same[0], name)] : []),
    ];
  });
}

function twice(vpcId: string, first: string, second: string): ModuleFinding {
  return {
    severity: 'error',
    code: 'TL423',
    message: `the networks ${first} and ${second} are both the VPC ${vpcId}`,
    help: 'Keep one of them, with the subnets of both.',
    path: ['networks', second, 'vpcId'],
  };
}

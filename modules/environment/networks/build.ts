import type { ModuleScope } from '../../../core/module/scope';
import type { EnvironmentFacts } from '../facts';
import { subnetsOf } from './facts';
import { subnetInVpc } from './subnet';

/** Makes nothing: a plan fails where a subnet of a network is not in its VPC. */
export function buildNetworks(scope: ModuleScope, { config }: EnvironmentFacts): void {
  for (const [name, network] of Object.entries(config.networks)) {
    for (const subnetId of subnetsOf(network)) {
      const from = ['networks', name];
      subnetInVpc(scope, ['network', name, subnetId], { subnetId, vpcId: network.vpcId, from });
    }
  }
}

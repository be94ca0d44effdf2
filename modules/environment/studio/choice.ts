import { DataAwsAvailabilityZones, DataAwsSubnets, DataAwsVpcs } from '../../../core/provider/aws';
import type { ModuleScope } from '../../../core/module/scope';
import { TerraformData } from '../../../core/provider/terraform';
import type { EnvironmentFacts } from '../facts';
import { subnetInVpc } from '../networks/subnet';
import { addressed } from './addressed';
import { givenVpc, type GivenVpc } from './facts';

/** Where Studio stands, as it was decided when it was made: Terraform expressions, without `${` and `}`. */
export interface Choice {
  /** `imported`, `default` or `created`. */
  readonly type: string;
  /** Empty where the VPC is made here. */
  readonly vpcId: string;
  /** None where the VPC is made here. */
  readonly subnetIds: string;
  /** Availability zones for a VPC that is made here; none otherwise. */
  readonly zones: string;
  /** Whether the VPC is made here. */
  readonly created: string;
}

/** What the state keeps. Values are Terraform strings. */
interface Decision {
  readonly type: string;
  readonly vpc_id: string;
  readonly subnet_ids: readonly string[] | string;
  readonly zones: readonly string[] | string;
}

/**
 * Decides where Studio stands, once: a domain cannot move, so a default VPC that appears, changes or goes away later
 * must not change what is planned. Everything goes by the `input` that the state keeps: the first plan knows it
 * already, which `count` needs, and the `output` only after the apply.
 */
export function decideVpc(scope: ModuleScope, facts: EnvironmentFacts): Choice {
  const given = givenVpc(facts);
  const input = given ? imported(scope, given) : lookedUp(scope);
  const decision = scope.add(TerraformData, ['studio', 'vpc'], {
    input,
    lifecycle: { ignoreChanges: ['input'], ...(given && { postcondition: [stands(given)] }) },
  });
  const kept = `${addressed(decision)}.input`;
  return {
    type: `${kept}.type`,
    vpcId: `${kept}.vpc_id`,
    subnetIds: `tolist(${kept}.subnet_ids)`,
    zones: `${kept}.zones`,
    created: `${kept}.type == "created"`,
  };
}

function imported(scope: ModuleScope, { vpcId, subnetIds, from }: GivenVpc): Decision {
  for (const subnetId of new Set(subnetIds)) {
    subnetInVpc(scope, ['studio', subnetId], { subnetId, vpcId, from });
  }
  return { type: 'imported', vpc_id: vpcId, subnet_ids: [...new Set(subnetIds)].sort(), zones: [] };
}

/** A choice that was made otherwise stays, so the YAML may not say anything else. */
function stands({ vpcId, subnetIds }: GivenVpc) {
  const wanted = [...new Set(subnetIds)].sort().join(',');
  return {
    condition: `\${self.input.vpc_id == "${vpcId}" && join(",", sort(self.input.subnet_ids)) == "${wanted}"}`,
    errorMessage:
      'SageMaker Studio stands in another VPC or in other subnets than mlStudio says, and a domain cannot move: ' +
      'write what the parameter studio/vpc-id says, or leave mlStudio out.',
  };
}

/** The default VPC with all its subnets; a new VPC where there is none, or it is empty. */
function lookedUp(scope: ModuleScope): Decision {
  const vpcs = scope.add(DataAwsVpcs, ['studio', 'default'], {
    filter: [{ name: 'is-default', values: ['true'] }],
  });
  const defaultVpc = `try(${addressed(vpcs)}.ids[0], "vpc-none")`;
  const ofDefault = scope.add(DataAwsSubnets, ['studio', 'default'], {
    // Asked for a VPC that does not exist, AWS answers with no subnets.
    filter: [{ name: 'vpc-id', values: [`\${${defaultVpc}}`] }],
  });
  const available = scope.add(DataAwsAvailabilityZones, 'studio', {
    state: 'available',
    // Local zones have no NAT gateways and no Studio.
    filter: [{ name: 'opt-in-status', values: ['opt-in-not-required'] }],
  });
  const subnets = `sort(${addressed(ofDefault)}.ids)`;
  const zones = `sort(${addressed(available)}.names)`;
  const exists = `length(${subnets}) > 0`;
  return {
    type: `\${${exists} ? "default" : "created"}`,
    vpc_id: `\${${exists} ? ${defaultVpc} : ""}`,
    subnet_ids: `\${${subnets}}`,
    zones: `\${${exists} ? [] : slice(${zones}, 0, min(3, length(${zones})))}`,
  };
}

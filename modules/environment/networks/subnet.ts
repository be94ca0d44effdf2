import { DataAwsSubnet } from '../../../core/provider/aws';
import type { ConfigPath } from '../../../core/config/locate';
import type { AddressKey, ModuleScope } from '../../../core/module/scope';

/** A subnet as the YAML names it. */
export interface WrittenSubnet {
  readonly subnetId: string;
  /** The VPC that it must be in; undefined: any. */
  readonly vpcId: string | undefined;
  readonly from: ConfigPath;
}

/** Looks a subnet up: a plan fails where there is none of that id, or where it is in another VPC. */
export function subnetInVpc(
  scope: ModuleScope,
  key: AddressKey,
  { subnetId, vpcId, from }: WrittenSubnet,
): { readonly vpcId: string; readonly id: string } {
  const postcondition = vpcId === undefined ? [] : [isIn(vpcId, subnetId, from)];
  return scope.add(
    DataAwsSubnet,
    key,
    { id: subnetId, ...(postcondition.length > 0 && { lifecycle: { postcondition } }) },
    { from },
  );
}

function isIn(vpcId: string, subnetId: string, from: ConfigPath) {
  return {
    condition: `\${self.vpc_id == "${vpcId}"}`,
    errorMessage: `The subnet ${subnetId} of ${from.join('.')} is not in ${vpcId}: name subnets of that VPC.`,
  };
}

import type { Principal } from '../model/model';
import type { StandIns } from './scope';

/** Whether somebody is who deploys: `deployer`, or with its account behind where there are several. */
export function isDeployer({ label }: Principal): boolean {
  return /^deployer(-\d{12})?$/.test(label);
}

/** Whether somebody is who deploys, and neither the YAML nor the scope says who that is: only AWS knows. */
export function isUnsaidDeployer(principal: Principal, { deployer }: StandIns): boolean {
  return isDeployer(principal) && deployer === undefined && principal.arn.endsWith(':role/deployer');
}

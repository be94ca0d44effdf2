import type { AccessModel, Principal } from '../model/model';

/** What to read: a real account holds much more than the platform. */
export interface LiveScope extends StandIns {
  /** The model of the synthesized stacks: its names are looked up, its labels, aliases and YAML lines are kept. */
  readonly model: AccessModel;
}

/** What the model says where the YAML says nothing. */
export interface StandIns {
  /** Twelve digits that stand for the login's account. */
  readonly account?: string;
  /** The region that stands for the one of the settings. */
  readonly region?: string;
  /** ARN of who deployed: the principal that the model labels `deployer`. */
  readonly deployer?: string;
}

/** The scope of a synthesized model. */
export function scopeOf(model: AccessModel, standIns: StandIns = {}): LiveScope {
  return { ...standIns, model };
}

/** Whether somebody is who deploys: `deployer`, or with its account behind where there are several. */
export function isDeployer({ label }: Principal): boolean {
  return /^deployer(-\d{12})?$/.test(label);
}

/** Whether somebody is who deploys, and neither the YAML nor the scope says who that is: only AWS knows. */
export function isUnsaidDeployer(principal: Principal, { deployer }: StandIns): boolean {
  return isDeployer(principal) && deployer === undefined && principal.arn.endsWith(':role/deployer');
}

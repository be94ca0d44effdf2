import type { Environment, Module, Platform } from './platform';

/** One stack to be made: its id, what is in it and where its state lives. */
export interface StackPlan {
  /** The stack id, for `cdktf deploy <id>`. */
  readonly id: string;
  readonly environment: Environment;
  readonly modules: readonly Module[];
  /** `<organization>-<id>`, the workspace in HCP Terraform. */
  readonly workspace: string;
  /** Path of the state below the backend's bucket or folder. */
  readonly stateKey: string;
}

/** The stacks of a platform, in file order: one per environment, or one per module. */
export function stackPlans(platform: Platform): readonly StackPlan[] {
  return platform.environments.flatMap((environment) =>
    environment.stacks === 'per-module'
      ? environment.modules.map((module) => plan(platform, environment, [module], module.name))
      : [plan(platform, environment, environment.modules)],
  );
}

function plan(
  platform: Platform,
  environment: Environment,
  modules: readonly Module[],
  part?: string,
): StackPlan {
  const { domain, name, stackName } = environment;
  const { organization } = platform;
  const id = part === undefined ? stackName : `${stackName}-${part}`;
  const named = stackName !== `${domain}-${name}`;
  const folder = named ? `${organization}/${stackName}` : `${organization}/${domain}/${name}`;
  return {
    id,
    environment,
    modules,
    workspace: `${organization}-${id}`,
    stateKey: part === undefined ? `${folder}.tfstate` : `${folder}/${part}.tfstate`,
  };
}

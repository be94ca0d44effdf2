import { App } from 'cdktf';
import type { Claim } from '../platform/claim';
import type { Environment, Platform } from '../platform/platform';
import type { RoleReference } from '../platform/role-reference';
import { registeredFor } from '../platform/registered';
import { stackPlans } from '../platform/stacks';
import { Text } from '../platform/text';
import { EnvironmentStack } from './environment-stack';
import { Linker } from './linker';
import { Roles } from './roles';
import { StackScope } from './stack-scope';

export interface BuildOptions {
  /** The folder for `stacks/<id>/cdk.tf.json` and the manifest; must exist. */
  readonly outdir: string;
  /** Stacks that may lose data: the second key next to `deletion_protection: false`. */
  readonly allowDataLoss: ReadonlySet<string>;
}

/** Builds and links all stacks of a platform. @throws ConfigurationError */
export async function buildStacks(
  platform: Platform,
  options: BuildOptions,
): Promise<{ app: App; stacks: readonly EnvironmentStack[] }> {
  const app = new App({ outdir: options.outdir, stackTraces: false });
  const linker = new Linker();
  const stacks = stackPlans(platform).map((plan) => new EnvironmentStack(app, plan));
  for (const stack of stacks) {
    const roles = new Roles(stack, linker);
    for (const module of stack.plan.modules) {
      const protection = {
        prevent: module.deletionProtection,
        allowDataLoss: !module.deletionProtection && options.allowDataLoss.has(stack.node.id),
      };
      const registered = registeredFor(platform, stack.plan.environment);
      const contributed = (claim: Claim) => contributions(platform, stack.plan.environment, claim);
      await module.definition.build(
        new StackScope(stack, module, linker, roles, protection, contributed, registered),
        module.config,
      );
    }
  }
  linker.link();
  return { app, stacks };
}

/** What the modules and environments of one account and region add to a setting. */
function contributions(
  platform: Platform,
  target: Environment,
  claim: Claim,
): readonly (RoleReference | Text)[] {
  const same = platform.environments.filter(
    (e) => e.account === target.account && e.region === target.region,
  );
  const deployers = same.flatMap((e) =>
    e.deployRoleArn === undefined || e.deployRoleArn === target.deployRoleArn
      ? []
      : [Text.of(e.deployRoleArn)],
  );
  const modules = same
    .flatMap((environment) => environment.modules)
    .flatMap((module) => module.declaration.contributes)
    .filter((contribution) => contribution.claim === claim)
    .flatMap((contribution) => contribution.administrators);
  return claim === 'lake formation settings' ? [...deployers, ...modules] : modules;
}

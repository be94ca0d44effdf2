import { App } from 'cdktf';
import type { Claim } from '../platform/claim';
import type { Environment, Platform } from '../platform/platform';
import type { RoleReference } from '../platform/role-reference';
import { stackPlans } from '../platform/stacks';
import { claimOwners } from '../platform/claim-owners';
import { stackFollows } from '../platform/stack-edges';
import { Text } from '../platform/text';
import { viewOf } from '../platform/view';
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
  const linker = new Linker(platform);
  const ownersOf = claimOwners(platform);
  const stacks = stackPlans(platform).map((plan) => new EnvironmentStack(app, plan));
  for (const stack of stacks) {
    const roles = new Roles(stack, linker);
    for (const module of stack.plan.modules) {
      const protection = {
        prevent: module.deletionProtection,
        allowDataLoss: !module.deletionProtection && options.allowDataLoss.has(stack.node.id),
      };
      const view = viewOf(platform, module);
      if (!view) continue;
      const owned = new Set(
        module.declaration.claimsIfFree.filter((claim) =>
          ownersOf(claim, stack.plan.environment).includes(module),
        ),
      );
      const contributed = (claim: Claim) => contributions(platform, stack.plan.environment, claim);
      await module.definition.build(
        new StackScope(stack, module, platform, linker, roles, protection, contributed, view, owned),
        module.config,
      );
    }
  }
  linker.link();
  const byId = new Map(stacks.map((stack) => [stack.node.id, stack]));
  for (const { from, to } of stackFollows(platform)) {
    const [waits, first] = [byId.get(from), byId.get(to)];
    if (waits && first) waits.addDependency(first);
  }
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

import { ConfigurationError, type Diagnostic } from '../../diagnostics/diagnostic';
import { claimOwners } from '../platform/claim-owners';
import type { Claim } from '../platform/claim';
import type { Environment, Module, Platform } from '../platform/platform';
import type { RoleReference } from '../platform/role-reference';
import { stackFollows } from '../platform/stack-edges';
import { stackPlans } from '../platform/stacks';
import { Text } from '../platform/text';
import { viewOf } from '../platform/view';
import type { Blueprint, StackBlueprint } from './blueprint';
import { Board } from './board';
import { checkPolicies } from './check-policies';
import { checkReferences } from './check-references';
import { Link, type Linked } from './link';
import { Roles } from './roles';
import { StackDrawing } from './stack-drawing';
import { StackProvider } from './stack-provider';

export interface DrawOptions {
  /** Stacks that may lose data: the second key next to `deletion_protection: false`. */
  readonly allowDataLoss: ReadonlySet<string>;
  readonly report: (finding: Diagnostic) => void;
}

/** Draws and links all stacks of a platform. What is wrong is reported, all of it. */
export function drawBlueprint(platform: Platform, { allowDataLoss, report }: DrawOptions): Blueprint {
  const link = new Link(platform, report);
  const ownersOf = claimOwners(platform);
  const stacks = stackPlans(platform).map((plan): Linked => {
    const stack = new StackDrawing(plan);
    const provider = new StackProvider(stack, plan.environment);
    return { stack, provider, roles: new Roles(stack, provider) };
  });
  for (const linked of stacks) {
    const { environment, modules } = linked.stack.plan;
    for (const module of modules) {
      const view = viewOf(platform, module);
      if (!view) continue;
      const { declaration, deletionProtection, definition, config } = module;
      const owned = declaration.claimsIfFree.filter((claim) => ownersOf(claim, environment).includes(module));
      const board = new Board(linked, module, {
        platform,
        link,
        view,
        report,
        protection: {
          prevent: deletionProtection,
          allowDataLoss: !deletionProtection && allowDataLoss.has(linked.stack.id),
        },
        owned: new Set(owned),
        contributed: (claim: Claim) => contributions(platform, environment, claim),
      });
      guarded(module, report, () => {
        definition.build(board, config);
      });
    }
  }
  link.link(stacks);
  const byId = new Map(stacks.map(({ stack }) => [stack.id, stack]));
  for (const { from, to } of stackFollows(platform)) byId.get(from)?.dependencies.add(to);
  const drawn = inOrder(stacks.map(({ stack }) => finished(stack)));
  const blueprint: Blueprint = { platform, stacks: drawn, allowDataLoss };
  [...checkReferences(blueprint), ...checkPolicies(blueprint)].forEach(report);
  return blueprint;
}

function finished(stack: StackDrawing): StackBlueprint {
  return {
    id: stack.id,
    plan: stack.plan,
    elements: [...stack.elements],
    variables: [...stack.variables],
    providers: stack.providers,
    dependencies: [...stack.dependencies].sort(),
  };
}

/** Stacks so that each comes after those it depends on; otherwise in the order given. */
function inOrder(stacks: readonly StackBlueprint[]): readonly StackBlueprint[] {
  const byId = new Map(stacks.map((stack) => [stack.id, stack]));
  const ordered = new Set<StackBlueprint>();
  const onTheWay = new Set<string>();
  const visit = (stack: StackBlueprint): void => {
    if (onTheWay.has(stack.id)) return;
    onTheWay.add(stack.id);
    for (const id of stack.dependencies) {
      const first = byId.get(id);
      if (first) visit(first);
    }
    ordered.add(stack);
  };
  stacks.forEach(visit);
  return [...ordered];
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

/** Runs code of a module, which may be the user's own: what it throws becomes findings. */
function guarded({ definition, place }: Module, report: DrawOptions['report'], run: () => void): void {
  try {
    run();
  } catch (cause) {
    if (cause instanceof ConfigurationError) {
      for (const diagnostic of cause.diagnostics) report({ place, ...diagnostic });
      return;
    }
    const reason = cause instanceof Error ? cause.message : String(cause);
    const message = `the module "${definition.name}" failed while its resources were drawn: ${reason}`;
    report({ severity: 'error', code: 'TL402', place, message, help: 'Correct the module.' });
  }
}

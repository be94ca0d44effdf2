import { TerraformResource } from 'cdktf';
import type { SynthesizedStack } from '../synthesize';
import { elementType, type EnvironmentStack } from './environment-stack';

/** All resource addresses of a stack (`<type>.<id>`), without data sources. */
export function resourceAddresses(stack: EnvironmentStack): ReadonlySet<string> {
  const resources = stack.node.findAll().filter((node) => node instanceof TerraformResource);
  return new Set(resources.map((resource) => `${elementType(resource)}.${resource.friendlyUniqueId}`));
}

/** Stacks so that each comes after those it depends on; otherwise in the order given. */
export function inOrder(stacks: readonly EnvironmentStack[]): readonly SynthesizedStack[] {
  const ordered = new Set<EnvironmentStack>();
  const visit = (stack: EnvironmentStack): void => {
    for (const dependency of stack.dependencies) visit(dependency as EnvironmentStack);
    ordered.add(stack);
  };
  stacks.forEach(visit);
  return [...ordered].map((stack) => ({
    id: stack.node.id,
    dependencies: stack.dependencies.map((dependency) => dependency.node.id).sort(),
  }));
}

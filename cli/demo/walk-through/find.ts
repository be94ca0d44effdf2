import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import type { Environment, Module } from '../../../core/platform/platform';
import { asUser } from '../clients';
import type { Tour } from './tour';

/** The first module of a kind, with its environment. */
export function moduleOf(
  tour: Tour,
  kind: string,
): { readonly module: Module; readonly environment: Environment } | undefined {
  for (const environment of tour.platform.environments) {
    const module = environment.modules.find(({ definition }) => definition.name === kind);
    if (module) return { module, environment };
  }
  return undefined;
}

/** The value of a published parameter. */
export async function parameter(tour: Tour, name: string): Promise<string> {
  const ssm = new SSMClient({ ...asUser(tour.sandbox) });
  return (await ssm.send(new GetParameterCommand({ Name: name }))).Parameter?.Value ?? '';
}

/** The path of a role's parameter in the domain of a roles module. */
export function rolePath(tour: Tour, domain: string, role: string, facet: 'arn' | 'id'): string {
  return `/${tour.platform.organization}/${domain}/generated-role/${role}/${facet}`;
}

/** Whether the platform publishes a parameter. */
export function publishes(tour: Tour, path: string): boolean {
  return tour.platform.environments
    .flatMap(({ modules }) => modules)
    .some(({ declaration }) => declaration.publishes.includes(path));
}

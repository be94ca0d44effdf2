import { ConfigurationError } from '../../diagnostics/diagnostic';
import type { Facet } from '../platform/role-identity';
import type { EnvironmentStack } from './environment-stack';

/** A name means another role in another account. */
export function otherAccount(key: string, wanted: Facet, stack: EnvironmentStack): ConfigurationError {
  return new ConfigurationError([
    {
      severity: 'error',
      code: 'TL410',
      message: `the ${wanted} of the role "${key}" is needed here, which cannot be looked up in another account`,
      help: 'Add `id:` to the role reference, and `immutable: true` where policies would be attached.',
      place: stack.plan.environment.place,
    },
  ]);
}

/** From an id alone AWS tells nothing. */
export function unknownFacet(key: string, wanted: Facet, stack: EnvironmentStack): ConfigurationError {
  return new ConfigurationError([
    {
      severity: 'error',
      code: 'TL307',
      message: `the ${wanted} of the role "${key}" is needed here, and AWS cannot tell it from an id`,
      help: 'Add `arn:` or `name:` to the role reference.',
      place: stack.plan.environment.place,
    },
  ]);
}

/** Two roles that would share their addresses. */
export function sameKey(key: string, stack: EnvironmentStack): ConfigurationError {
  return new ConfigurationError([
    {
      severity: 'error',
      code: 'TL503',
      message: `two references in stack "${stack.node.id}" name a role "${key}" in different ways`,
      help: 'Refer to one role in one way everywhere (by its generated-role parameter, ARN or name); if they are two roles, rename one.',
      place: stack.plan.environment.place,
    },
  ]);
}

import { defineModule } from '../../core/module/define-module';
import { checkRoles } from './check';
import { rolesConfig } from './config';
import { policyName, roleName } from './names';
import { measuredPolicies } from './policies';
import { build } from './module';

/** IAM roles and policies. */
export const roles = defineModule({
  name: 'roles',
  summary: 'IAM roles, managed policies and SAML providers',
  config: rolesConfig,
  declares(config, names, context) {
    const policies = measuredPolicies(config, context);
    const roleKeys = Object.keys(config.generateRoles);
    return {
      publishes: [
        ...roleKeys.flatMap((key) =>
          ['arn', 'id', 'name'].map((facet) => names.path(`role/${key}/${facet}`)),
        ),
        ...roleKeys.flatMap((key) =>
          ['arn', 'id'].map((facet) => names.path(`generated-role/${key}/${facet}`, { scope: 'domain' })),
        ),
        ...policies.flatMap(({ key, parts }) =>
          parts.flatMap((part) =>
            ['arn', 'name'].map((facet) => names.path(`managed-policy/${key}${part}/${facet}`)),
          ),
        ),
      ],
      names: [
        ...Object.entries(config.generateRoles).map(([key, role]) => ({
          kind: 'iam role' as const,
          name: roleName(names, key, role.verbatimRoleName),
        })),
        ...policies.flatMap(({ key, verbatim, parts }) =>
          parts.map((part) => ({
            kind: 'iam policy' as const,
            name: policyName(names, key, verbatim, part),
          })),
        ),
        ...Object.entries(config.federations)
          .filter(([, { samlDoc }]) => samlDoc)
          .map(([key]) => ({ kind: 'saml provider' as const, name: names.resource(key) })),
      ],
    };
  },
  check: checkRoles,
  build,
});

import { accountOf } from '../../aws/arn';
import type { RoleReference } from './role-reference';
import type { Text } from './text';

/** The three things that a role is known by. */
export type Facet = 'id' | 'arn' | 'name';

const facets: readonly Facet[] = ['id', 'arn', 'name'];

/** `/{org}/{domain}/generated-role/<name>` or `…/role/<name>`, of a reference by one of its parameters. */
export function roleParameter(reference: RoleReference): string | undefined {
  for (const facet of facets) {
    const path = reference[facet]?.parameter?.path;
    const match =
      path === undefined ? null : /^(.*\/(?:generated-role|role)\/[^/]+)\/(?:id|arn|name)$/.exec(path);
    if (match) return match[1];
  }
  return undefined;
}

/** The same text for every reference to one role by the same means, however it is written. */
export function roleIdentity(reference: RoleReference): string {
  const written = reference.arn ?? reference.name ?? reference.id;
  return roleParameter(reference) ?? `${reference.sso ? 'sso ' : ''}${written?.describe() ?? ''}`;
}

/**
 * What a role is called in addresses, stable and readable. Roles of another domain carry its name; roles of
 * another account its number, where the own one is stated.
 */
export function roleKey(
  reference: RoleReference,
  own: { readonly domain: string; readonly account: string | undefined },
): string {
  const parameter = roleParameter(reference);
  if (parameter !== undefined) {
    const [, , domain, ...rest] = parameter.split('/');
    const name = rest.at(-1) ?? '';
    return domain === own.domain || domain === undefined ? name : `${domain}-${name}`;
  }
  const text = wordOf(reference.arn ?? reference.name ?? reference.id);
  const name = text.split('/').at(-1) ?? text;
  const account = reference.arn && accountOf(reference.arn.describe());
  if (account !== undefined && own.account !== undefined && account !== own.account)
    return `${account}-${name}`;
  return reference.sso ? `sso-${name}` : name;
}

/** A text with its references by their names: whole paths, because `…/arn` alone would stand for many roles. */
function wordOf(text: Text | undefined): string {
  const words = text?.parts.map((part) => {
    if (typeof part === 'string') return part;
    return part.kind === 'parameter' ? part.path.replace(/^\//, '').replaceAll('/', '-') : part.kind;
  });
  return words?.join('') ?? '';
}

/**
 * The CDK's execution role, which MDAA's kits make a Lake Formation administrator by name, does not exist where
 * Terraform deploys: the deploying identity is meant.
 */
export function isDeployRole(reference: RoleReference): boolean {
  const text = (reference.arn ?? reference.name)?.describe() ?? '';
  return /(^|\/)cdk-[a-z0-9]+-cfn-exec-role-/.test(text);
}

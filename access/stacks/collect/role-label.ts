import type { ResolvedBlock, StackView } from '../stack-view';

/**
 * How people call a role: `<stack>/<role>` for one that a roles module makes, which the parameter
 * `…/generated-role/<role>/arn` tells, and `<stack>/<module>/<role>` for one that another module makes for itself.
 */
export function roleLabel(view: StackView, role: ResolvedBlock, arn: string): string {
  const [module = '', ...keys] = idOf(role).split('__');
  const generated = view
    .blocks('aws_ssm_parameter')
    .some(
      (parameter) =>
        /\/generated-role\/[^/]+\/arn$/.test(parameter.text('name') ?? '') && parameter.text('value') === arn,
    );
  const named = keys.filter((key, index) => index > 0 || key !== 'role').map(decoded);
  return [view.source.id, ...(generated ? [] : [module]), ...named].join('/');
}

function idOf(role: ResolvedBlock): string {
  return role.address.slice(role.address.indexOf('.') + 1);
}

/** Undoes the encoding of a key in an address. */
function decoded(key: string): string {
  return key
    .replace(/_([0-9a-f]+)_/g, (_match, hex: string) => String.fromCodePoint(parseInt(hex, 16)))
    .replace(/^_(?=\d)/, '');
}

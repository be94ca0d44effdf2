import { nameOf, parseArn } from '../../../aws/arn';
import { awsManagedName, awsManagedPolicy } from '../../../aws/actions/managed-policies';
import type { Principal } from '../../model/model';
import { parsePolicy } from '../../../aws/iam/parse';
import { undecidable, type PolicyKind } from '../../../aws/iam/policy';
import type { TracedPolicy } from '../../model/origin';
import type { ResolvedBlock, StackView } from '../stack-view';

/** A policy by its ARN, in the part that it plays; undefined where its document is not known. */
type PolicyOf = (arn: string, kind: PolicyKind) => TracedPolicy | undefined;

/**
 * The roles of all stacks, each with every policy that some stack attaches to it. `assume` is told what had to be
 * assumed.
 */
export function collectRoles(
  views: readonly StackView[],
  assume: (assumption: string) => void,
): readonly Principal[] {
  const policyOf = knownPolicies(views);
  return views.flatMap((view) =>
    view.blocks('aws_iam_role').map((role): Principal => {
      const arn = role.attribute('arn');
      const name = role.text('name') ?? '';
      const label = roleLabel(view, role, arn);
      const same = views.filter(({ location }) => location.account === view.location.account);
      const identity = identityPolicies(same, name, policyOf);
      if (identity.unknown.length > 0) {
        assume(
          `what ${label} may do by ${identity.unknown.join(', ')} is not known: the policy is not at hand`,
        );
      }
      const boundary = boundaryOf(role, policyOf);
      const trust = role.policy('assume_role_policy', 'trust', `trust policy of ${name}`);
      return {
        kind: 'role',
        label,
        aliases: [name, arn, role.address],
        arn,
        id: role.attribute('unique_id'),
        account: view.location.account,
        tags: role.tags,
        identity: [
          ...identity.policies,
          ...identity.unknown.map((policy) => undecidable('identity', policy)),
        ],
        ...(boundary && { boundary }),
        ...(trust && { trust }),
        origin: role.origin,
      };
    }),
  );
}

function identityPolicies(
  views: readonly StackView[],
  role: string,
  policyOf: PolicyOf,
): { readonly policies: readonly TracedPolicy[]; readonly unknown: readonly string[] } {
  const policies: TracedPolicy[] = [];
  const unknown: string[] = [];
  const attached = views.flatMap((view) => view.blocks('aws_iam_role_policy_attachment'));
  for (const attachment of attached.filter((block) => block.text('role') === role)) {
    const arn = attachment.text('policy_arn') ?? '';
    const policy = policyOf(arn, 'identity');
    if (policy) policies.push(policy);
    else unknown.push(nameOf(arn));
  }
  const inline = views.flatMap((view) => view.blocks('aws_iam_role_policy'));
  for (const block of inline.filter((candidate) => candidate.text('role') === role)) {
    const policy = block.policy('policy', 'identity', `inline policy ${block.text('name') ?? ''} of ${role}`);
    if (policy) policies.push(policy);
  }
  return { policies, unknown };
}

function knownPolicies(views: readonly StackView[]): PolicyOf {
  const own = new Map(
    views.flatMap((view) => view.blocks('aws_iam_policy')).map((block) => [block.attribute('arn'), block]),
  );
  const parsed = new Map<string, TracedPolicy | undefined>();
  const find: PolicyOf = (arn, kind) => {
    const block = own.get(arn);
    if (block) return block.policy('policy', kind, block.text('name') ?? arn);
    const name = awsManagedName(arn);
    const partition = parseArn(arn)?.partition ?? 'aws';
    const document = name === undefined ? undefined : awsManagedPolicy(name, partition);
    return document === undefined ? undefined : parsePolicy(document, { kind, name: nameOf(arn) });
  };
  return (arn, kind) => {
    const key = `${kind} ${arn}`;
    if (!parsed.has(key)) parsed.set(key, find(arn, kind));
    return parsed.get(key);
  };
}

function boundaryOf(role: ResolvedBlock, policyOf: PolicyOf): TracedPolicy | undefined {
  const arn = role.text('permissions_boundary');
  return arn === undefined ? undefined : (policyOf(arn, 'boundary') ?? undecidable('boundary', arn));
}

/**
 * How people call a role: `<stack>/<role>` for one that a roles module makes, which the parameter
 * `…/generated-role/<role>/arn` tells, and `<stack>/<module>/<role>` for one that another module makes for itself.
 */
function roleLabel(view: StackView, role: ResolvedBlock, arn: string): string {
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

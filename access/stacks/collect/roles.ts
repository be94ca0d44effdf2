import { nameOf, parseArn } from '../../../aws/arn';
import { awsManagedName, awsManagedPolicy } from '../../actions/managed-policies';
import type { Principal } from '../../model/model';
import { parsePolicy } from '../../policy/parse';
import type { Policy, PolicyKind } from '../../policy/policy';
import { undecidable } from '../../policy/undecidable';
import type { ResolvedBlock, StackView } from '../stack-view';
import { roleLabel } from './role-label';

/** A policy by its ARN, in the part that it plays; undefined where its document is not known. */
type PolicyOf = (arn: string, kind: PolicyKind) => Policy | undefined;

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
): { readonly policies: readonly Policy[]; readonly unknown: readonly string[] } {
  const policies: Policy[] = [];
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
  const parsed = new Map<string, Policy | undefined>();
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

function boundaryOf(role: ResolvedBlock, policyOf: PolicyOf): Policy | undefined {
  const arn = role.text('permissions_boundary');
  return arn === undefined ? undefined : (policyOf(arn, 'boundary') ?? undecidable('boundary', arn));
}

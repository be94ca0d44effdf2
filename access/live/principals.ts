import { GetRoleCommand, type Role } from '@aws-sdk/client-iam';
import type { Principal } from '../model/model';
import type { TracedPolicy } from '../model/origin';
import { answered } from './ask';
import { identityPolicies, ManagedPolicies } from './identity';
import { decoded, livePolicy } from './policies';
import { liveOrigin, type Session } from './session';
import { tagsOf } from './tags';

/**
 * The principals of the model as they stand. Those of other accounts stay as the model has them; left out is whose
 * ARN or id nobody knows, because policies name roles by them: what they say of a stand-in is not so.
 */
export async function readPrincipals(
  session: Session,
  expected: readonly Principal[],
): Promise<readonly Principal[]> {
  const managed = new ManagedPolicies(session);
  const found = await Promise.all(expected.map((one) => readPrincipal(session, managed, one)));
  return found.filter((one) => one !== undefined);
}

async function readPrincipal(
  session: Session,
  managed: ManagedPolicies,
  expected: Principal,
): Promise<Principal | undefined> {
  const { asker, global, login } = session;
  const unread = {
    ...expected,
    arn: session.text(expected.arn),
    account: session.account(expected.account),
    identity: undefined,
  };
  if (session.account(expected.account) !== login.account) {
    asker.note(`${expected.label} is of account ${expected.account}, which this login cannot read`);
    return unread;
  }
  if (expected.kind === 'user') {
    asker.note(`${expected.label} is a user: its policies are not read`);
    return unread;
  }
  if (session.isNobody(expected)) {
    asker.note('who deployed is not said, by deployRoleArn or --deployer: the deployer is left out');
    return undefined;
  }
  const RoleName = session.roleName(expected);
  const found = await asker.ask(`GetRole ${RoleName}`, `${expected.label} is left out`, () =>
    global.iam.send(new GetRoleCommand({ RoleName })),
  );
  if (found === 'refused') return undefined;
  if (!answered(found) || !found.Role) {
    asker.noteMissing(`the role ${RoleName}`, expected.label);
    return undefined;
  }
  return principalOf(session, managed, expected, found.Role);
}

async function principalOf(
  session: Session,
  managed: ManagedPolicies,
  expected: Principal,
  role: Role,
): Promise<Principal> {
  const { RoleName: name = '', Arn: arn = '', RoleId: id = '' } = role;
  const [identity, boundary] = await Promise.all([
    identityPolicies(session, managed, { name, arn }, expected),
    boundaryOf(session, managed, expected, role),
  ]);
  const trust = livePolicy(session, decoded(role.AssumeRolePolicyDocument) ?? 'missing', {
    kind: 'trust',
    name: `trust policy of ${name}`,
    address: arn,
    expected: expected.trust,
  });
  return {
    kind: 'role',
    label: expected.label,
    aliases: [...new Set([...expected.aliases, name, arn])],
    arn,
    id,
    account: session.login.account,
    tags: tagsOf(role.Tags),
    identity,
    ...(boundary && { boundary }),
    ...(trust && { trust }),
    origin: liveOrigin(arn, expected.origin),
  };
}

async function boundaryOf(
  session: Session,
  managed: ManagedPolicies,
  expected: Principal,
  role: Role,
): Promise<TracedPolicy | undefined> {
  const address = role.PermissionsBoundary?.PermissionsBoundaryArn;
  if (address === undefined) return undefined;
  const name = address.slice(address.lastIndexOf('/') + 1);
  const context = { kind: 'boundary', name, address, expected: expected.boundary } as const;
  const { document } = await managed.get(address);
  return livePolicy(session, document, context);
}

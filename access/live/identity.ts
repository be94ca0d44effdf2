import {
  GetRolePolicyCommand,
  paginateListAttachedRolePolicies,
  paginateListRolePolicies,
  GetPolicyCommand,
  GetPolicyVersionCommand,
} from '@aws-sdk/client-iam';
import type { Principal } from '../model/model';
import type { TracedPolicy } from '../model/origin';
import { allOf, answered, Once, type NoAnswer } from './ask';
import { decoded, documentIn, livePolicy } from './policies';
import type { Session } from './session';

const UNKNOWN = 'what it may do is not known';

/** The identity policies of a role, attached ones first; undefined where not even their names can be read. */
export async function identityPolicies(
  session: Session,
  managed: ManagedPolicies,
  role: { readonly name: string; readonly arn: string },
  expected: Principal,
): Promise<readonly TracedPolicy[] | undefined> {
  const [attached, inline] = await Promise.all([
    attachedPolicies(session, managed, role.name, expected),
    inlinePolicies(session, role, expected),
  ]);
  return attached && inline && [...attached, ...inline].filter((policy) => policy !== undefined);
}

async function attachedPolicies(
  session: Session,
  managed: ManagedPolicies,
  RoleName: string,
  expected: Principal,
): Promise<readonly (TracedPolicy | undefined)[] | undefined> {
  const { iam } = session.global;
  const list = await session.asker.ask(`ListAttachedRolePolicies ${RoleName}`, UNKNOWN, () =>
    allOf(paginateListAttachedRolePolicies({ client: iam }, { RoleName }), (page) => page.AttachedPolicies),
  );
  if (!answered(list)) return undefined;
  return Promise.all(
    list.map(async ({ PolicyArn = '' }) => {
      const { name, document } = await managed.get(PolicyArn);
      const counterpart = expected.identity?.find((policy) => policy.name === name);
      const context = { kind: 'identity', name, address: PolicyArn, expected: counterpart } as const;
      return livePolicy(session, document, context);
    }),
  );
}

async function inlinePolicies(
  session: Session,
  { name: RoleName, arn }: { readonly name: string; readonly arn: string },
  expected: Principal,
): Promise<readonly (TracedPolicy | undefined)[] | undefined> {
  const { iam } = session.global;
  const list = await session.asker.ask(`ListRolePolicies ${RoleName}`, UNKNOWN, () =>
    allOf(paginateListRolePolicies({ client: iam }, { RoleName }), (page) => page.PolicyNames),
  );
  if (!answered(list)) return undefined;
  return Promise.all(
    list.map(async (PolicyName) => {
      const found = await session.asker.ask(`GetRolePolicy ${RoleName} ${PolicyName}`, UNKNOWN, () =>
        iam.send(new GetRolePolicyCommand({ RoleName, PolicyName })),
      );
      const name = `inline policy ${PolicyName} of ${RoleName}`;
      const counterpart = expected.identity?.find((policy) => policy.name === name);
      const context = { kind: 'identity', name, address: arn, expected: counterpart } as const;
      return livePolicy(
        session,
        documentIn(found, ({ PolicyDocument }) => decoded(PolicyDocument)),
        context,
      );
    }),
  );
}

/** A managed policy as it stands, AWS's own included. */
interface ManagedPolicy {
  readonly name: string;
  /** Or why it is not at hand. */
  readonly document: string | NoAnswer;
}

/** Reads managed policies, each once however many roles have it. */
export class ManagedPolicies {
  private readonly read = new Once<ManagedPolicy>();

  constructor(private readonly session: Session) {}

  get(arn: string): Promise<ManagedPolicy> {
    return this.read.get(arn, () => this.fetch(arn));
  }

  private async fetch(PolicyArn: string): Promise<ManagedPolicy> {
    const { asker, global } = this.session;
    const name = PolicyArn.slice(PolicyArn.lastIndexOf('/') + 1);
    const consequence = 'what it allows is not known';
    const found = await asker.ask(`GetPolicy ${name}`, consequence, () =>
      global.iam.send(new GetPolicyCommand({ PolicyArn })),
    );
    if (!answered(found)) return { name, document: found };
    const VersionId = found.Policy?.DefaultVersionId;
    const version = await asker.ask(`GetPolicyVersion ${name}`, consequence, () =>
      global.iam.send(new GetPolicyVersionCommand({ PolicyArn, VersionId })),
    );
    return { name, document: documentIn(version, ({ PolicyVersion }) => decoded(PolicyVersion?.Document)) };
  }
}

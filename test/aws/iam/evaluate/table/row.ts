import type { Authorization, KmsGrant, Caller, Request } from '../../../../../aws/iam/evaluate/request';
import { callerContext, requestContext, type ContextValues } from '../../../../../aws/iam/evaluate/context';
import type { Outcome } from '../../../../../aws/iam/evaluate/judge';
import { parsePolicy } from '../../../../../aws/iam/parse';
import type { Policy, PolicyKind } from '../../../../../aws/iam/policy';

export type Json = Record<string, unknown>;

/** One decision of the table. What is not said: a role of the account, no policies, a key's absence. */
export interface Row {
  readonly name: string;
  /** Where AWS documents it. */
  readonly source: string;
  readonly caller?: Caller;
  readonly action: string;
  readonly resource: string;
  readonly resourceAccount?: string;
  readonly context?: ContextValues;
  /** What is so of keys that `context` does not name. */
  readonly otherwise?: 'absent' | 'unknown';
  /** Statements of the caller's policies; `unknown` where they are not known. */
  readonly identity?: readonly Json[] | 'unknown';
  readonly boundary?: readonly Json[];
  readonly session?: readonly Json[];
  readonly policy?: readonly Json[];
  readonly kind?: PolicyKind;
  readonly decides?: boolean;
  readonly grants?: readonly KmsGrant[];
  readonly accessPoint?: {
    readonly arn: string;
    readonly account: string;
    readonly policy?: readonly Json[];
  };
  readonly version?: string;
  readonly expected: Outcome;
}

export const account = '111122223333';
export const other = '444455556666';

export const role = {
  kind: 'role',
  arn: `arn:aws:iam::${account}:role/team/analyst`,
  id: 'AROAANALYST',
  account,
  session: 'jo',
} as const satisfies Caller;
export const roleArn = role.arn;
export const sessionArn = `arn:aws:sts::${account}:assumed-role/analyst/jo`;
export const rootArn = `arn:aws:iam::${account}:root`;
export const user = {
  kind: 'user',
  arn: `arn:aws:iam::${account}:user/mo`,
  id: 'AIDAMO',
  account,
} as const satisfies Caller;
export const root = { kind: 'root', account, partition: 'aws' } as const satisfies Caller;
export const stranger = {
  ...role,
  arn: `arn:aws:iam::${other}:role/stranger`,
  id: 'AROASTRANGER',
  account: other,
} as const satisfies Caller;
export const anonymous = { kind: 'anonymous' } as const satisfies Caller;
export const trail = { kind: 'service', service: 'cloudtrail.amazonaws.com' } as const satisfies Caller;

export const bucket = 'arn:aws:s3:::lake';
export const object = `${bucket}/raw/a.csv`;
export const key = `arn:aws:kms:eu-west-1:${account}:key/1`;

/** What most rows ask: to read an object of the lake. */
export const read = { action: 's3:GetObject', resource: object } as const;

/** A statement of an identity policy. */
export const allow = (
  Action: unknown = 's3:GetObject',
  Resource: unknown = `${bucket}/*`,
  more: Json = {},
): Json => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...more,
});
export const deny = (...args: Parameters<typeof allow>): Json => ({ ...allow(...args), Effect: 'Deny' });

/** A statement of a resource policy. */
export const allowTo = (Principal: unknown, ...args: Parameters<typeof allow>): Json => ({
  ...allow(...args),
  Principal,
});
export const denyTo = (...args: Parameters<typeof allowTo>): Json => ({
  ...allowTo(...args),
  Effect: 'Deny',
});

const iam = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/';
export const docs = {
  logic: `${iam}reference_policies_evaluation-logic.html`,
  order: `${iam}reference_policies_evaluation-logic_policy-eval-denyallow.html`,
  single: `${iam}reference_policies_evaluation-logic_policy-eval-basics.html`,
  cross: `${iam}reference_policies_evaluation-logic-cross-account.html`,
  boundaries: `${iam}access_policies_boundaries.html`,
  sessions: `${iam}access_policies.html#policies_session`,
  principal: `${iam}reference_policies_elements_principal.html`,
  notPrincipal: `${iam}reference_policies_elements_notprincipal.html`,
  action: `${iam}reference_policies_elements_action.html`,
  notAction: `${iam}reference_policies_elements_notaction.html`,
  resource: `${iam}reference_policies_elements_resource.html`,
  notResource: `${iam}reference_policies_elements_notresource.html`,
  condition: `${iam}reference_policies_elements_condition.html`,
  operators: `${iam}reference_policies_elements_condition_operators.html`,
  multivalued: `${iam}reference_policies_condition-single-vs-multi-valued-context-keys.html`,
  logicOfValues: `${iam}reference_policies_condition-logic-multiple-context-keys-or-values.html`,
  keys: `${iam}reference_policies_condition-keys.html`,
  variables: `${iam}reference_policies_variables.html`,
  version: `${iam}reference_policies_elements_version.html`,
  trust: `${iam}id_roles_create_for-user.html`,
  keyPolicies: 'https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html',
  defaultKeyPolicy: 'https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html',
  grants: 'https://docs.aws.amazon.com/kms/latest/developerguide/grants.html',
  constraints: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_GrantConstraints.html',
  kmsConditions: 'https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html',
  kmsCross:
    'https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-modifying-external-accounts.html',
  accessPoints: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html',
} as const;

function policyOf(kind: PolicyKind, statements: readonly Json[], row: Row): Policy {
  return parsePolicy({ Version: row.version ?? '2012-10-17', Statement: statements }, { kind, name: kind });
}

/** The request of a row. */
export function requestOf(row: Row): Request {
  const caller = row.caller ?? role;
  const context = requestContext({ ...callerContext(caller), ...row.context }, row.otherwise ?? 'absent');
  const { action, resource, resourceAccount = account } = row;
  return { caller, action, resource, resourceAccount, context };
}

/** The policies of a row. */
export function authorizationOf(row: Row): Authorization {
  const { identity = [], boundary, session, policy, kind = 'resource', decides, grants, accessPoint } = row;
  return {
    identity: identity === 'unknown' ? undefined : [policyOf('identity', identity, row)],
    ...(boundary && { boundary: policyOf('boundary', boundary, row) }),
    ...(session && { session: [policyOf('session', session, row)] }),
    ...(policy && { resource: policyOf(kind, policy, row) }),
    ...(decides !== undefined && { resourcePolicyDecides: decides }),
    ...(grants && { grants }),
    ...(accessPoint && {
      accessPoint: {
        arn: accessPoint.arn,
        account: accessPoint.account,
        ...(accessPoint.policy && { policy: policyOf('resource', accessPoint.policy, row) }),
      },
    }),
  };
}

import {
  absent,
  callerContext,
  requestContext,
  unknown,
  type ContextValues,
} from '../../../aws/iam/evaluate/context';
import { decide } from '../../../aws/iam/evaluate/decide';
import type { Decision } from '../../../aws/iam/evaluate/judge';
import { sessionArn } from '../../../aws/iam/evaluate/principals';
import type { Caller, ContextValue, RequestContext } from '../../../aws/iam/evaluate/request';
import { parsePolicy } from '../../../aws/iam/parse';
import type { Policy } from '../../../aws/iam/policy';

export type Tags = Readonly<Record<string, string>>;

/** What the session of a role carries on from the call that made it. */
export interface Session {
  readonly tags: Tags;
  readonly transitiveTagKeys: readonly string[];
  readonly sourceIdentity: string | undefined;
  readonly issued: Date;
}

/** A call of AssumeRole: who wants which role, and what the call passes. */
export interface Assumption {
  readonly caller: Extract<Caller, { readonly account: string }>;
  /** The tags that IAM has of the user, or of the session's role. */
  readonly callerTags: Tags;
  /** Undefined for users, and for sessions that came about otherwise than by AssumeRole. */
  readonly session: Session | undefined;
  readonly role: { readonly arn: string; readonly tags: Tags };
  readonly sessionName: string;
  readonly externalId: string | undefined;
  readonly sourceIdentity: string | undefined;
  readonly tags: Tags;
  readonly transitiveTagKeys: readonly string[];
  /** Whether it names an MFA device, whose code nobody here can check. */
  readonly namesDevice: boolean;
  readonly sourceIp: string;
  readonly userAgent: string;
  readonly region: string;
  readonly time: Date;
}

/**
 * Why a role's trust policy does not let a call have its role, as STS says it; undefined where it does. Nobody's own
 * policies are asked, as everywhere in the sandbox; what it cannot know is never held for the caller.
 */
export function refusal(document: string, by: Assumption): string | undefined {
  const trust = trustPolicy(document);
  const context = contextOf(by);
  for (const action of actionsOf(by)) {
    const decision = decide(
      {
        caller: by.caller,
        action,
        resource: by.role.arn,
        resourceAccount: by.role.arn.split(':')[4] ?? '',
        context,
      },
      { identity: [anything], resource: trust, resourcePolicyDecides: true },
    );
    if (decision.outcome !== 'allowed') return `${refused(by, action)}${doubts(decision)}`;
  }
  const kept = by.session?.sourceIdentity;
  const changed = kept !== undefined && by.sourceIdentity !== undefined && kept !== by.sourceIdentity;
  return changed ? refused(by, setSourceIdentity) : undefined;
}

/** The session that comes of a call: it hands on transitive tags, and its source identity for good. */
export function sessionOf({ session, ...call }: Assumption): Session {
  return {
    tags: { ...handedOn(session), ...call.tags },
    transitiveTagKeys: [...(session?.transitiveTagKeys ?? []), ...call.transitiveTagKeys],
    sourceIdentity: session?.sourceIdentity ?? call.sourceIdentity,
    issued: call.time,
  };
}

const anything = parsePolicy(
  { Statement: { Effect: 'Allow', Action: '*', Resource: '*' } },
  { kind: 'identity', name: 'whatever the caller may do' },
);

/** One that nobody can read, which AWS would not have taken, trusts nobody. */
function trustPolicy(document: string): Policy {
  const info = { kind: 'trust', name: 'the trust policy' } as const;
  try {
    return parsePolicy(document, info);
  } catch {
    return { ...info, statements: [] };
  }
}

const setSourceIdentity = 'sts:SetSourceIdentity';

/**
 * What a trust policy must allow: tags and a source identity, passed or handed on, need actions of their own.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_monitor.html
 */
function actionsOf(by: Assumption): readonly string[] {
  const { tags, sourceIdentity } = sessionOf(by);
  return [
    'sts:AssumeRole',
    ...(Object.keys(tags).length > 0 ? ['sts:TagSession'] : []),
    ...(sourceIdentity === undefined ? [] : [setSourceIdentity]),
  ];
}

function handedOn(session: Session | undefined): Tags {
  const keys = new Set(session?.transitiveTagKeys.map((key) => key.toLowerCase()));
  return Object.fromEntries(
    Object.entries(session?.tags ?? {}).filter(([key]) => keys.has(key.toLowerCase())),
  );
}

function refused({ caller, role }: Assumption, action: string): string {
  return `User: ${arnOf(caller)} is not authorized to perform: ${action} on resource: ${role.arn}`;
}

function arnOf(caller: Assumption['caller']): string {
  if (caller.kind === 'role') return sessionArn(caller);
  return caller.kind === 'user' ? caller.arn : `arn:${caller.partition}:iam::${caller.account}:root`;
}

/** What it depends on, where nobody here can tell. */
function doubts({ outcome, because }: Decision): string {
  if (outcome !== 'unknown') return '';
  const open = because.flatMap(({ open: all, statement }) => {
    const conditions = all.filter(({ holds }) => holds === 'unknown').map(({ condition }) => condition);
    return conditions.length > 0
      ? conditions.map(({ key, operator, values }) => `${[key, operator, ...values].join(' ')} holds`)
      : [`statement ${String(statement.index + 1)} of its trust policy is about the caller`];
  });
  return `: the sandbox cannot know whether ${[...new Set(open)].join(', ')}`;
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html */
function contextOf(by: Assumption): RequestContext {
  const { caller, session, role, tags, time } = by;
  const isUntold = caller.kind === 'role' && session === undefined;
  const isInheriting = Object.keys(handedOn(session)).length > 0;
  const ofDevice = by.namesDevice ? unknown : absent;
  return requestContext(
    {
      ...callerContext(caller),
      ...(!isUntold &&
        tagValues('aws:PrincipalTag/', { ...lowerCased(by.callerTags), ...lowerCased(session?.tags) })),
      ...tagValues('aws:RequestTag/', tags),
      ...tagValues('aws:ResourceTag/', role.tags),
      ...tagValues('iam:ResourceTag/', role.tags),
      'aws:TagKeys': isInheriting ? unknown : Object.keys(tags),
      'sts:TransitiveTagKeys': isInheriting ? unknown : by.transitiveTagKeys,
      'sts:ExternalId': by.externalId ?? absent,
      'sts:RoleSessionName': by.sessionName,
      'sts:SourceIdentity': session?.sourceIdentity ?? by.sourceIdentity ?? (isUntold ? unknown : absent),
      'aws:SourceIdentity': session?.sourceIdentity ?? (isUntold ? unknown : absent),
      'aws:CurrentTime': time.toISOString(),
      'aws:EpochTime': String(Math.floor(time.getTime() / 1000)),
      'aws:TokenIssueTime': session?.issued.toISOString() ?? (isUntold ? unknown : absent),
      // Keys of a user say nothing of MFA, a session says that there was none.
      'aws:MultiFactorAuthPresent': caller.kind === 'role' && !by.namesDevice ? 'false' : ofDevice,
      'aws:MultiFactorAuthAge': ofDevice,
      'aws:FederatedProvider': isUntold ? unknown : absent,
      'aws:SourceIp': by.sourceIp,
      'aws:UserAgent': by.userAgent,
      'aws:SecureTransport': 'true',
      'aws:RequestedRegion': by.region,
      'aws:ResourceAccount': role.arn.split(':')[4] ?? '',
      'aws:ViaAWSService': 'false',
      ...straight,
    },
    (key) => otherKey(key, isUntold, isInheriting),
  );
}

/** What a call has that comes through a service, a private network or a browser. */
const straight: ContextValues = Object.fromEntries(
  [
    ...['CalledVia', 'CalledViaFirst', 'CalledViaLast', 'Referer'],
    ...['SourceAccount', 'SourceArn', 'SourceOrgID', 'SourceOrgPaths', 'SourceOwner'],
    ...['SourceVpc', 'SourceVpcArn', 'SourceVpce', 'VpcSourceIp', 'VpceAccount', 'VpceOrgID', 'VpceOrgPaths'],
    ...['Ec2InstanceSourceVpc', 'Ec2InstanceSourcePrivateIPv4'],
  ].map((name) => [`aws:${name}`, absent]),
);

/** What is so of the keys that no plain call has: tags that are not there, what a federation says, what nobody knows. */
function otherKey(key: string, isUntold: boolean, isInheriting: boolean): ContextValue {
  const prefix = key.slice(0, key.indexOf('/') + 1);
  if (prefix === 'aws:resourcetag/' || prefix === 'iam:resourcetag/') return 'absent';
  if (prefix === 'aws:requesttag/') return isInheriting ? 'unknown' : 'absent';
  if (prefix === 'aws:principaltag/') return isUntold ? 'unknown' : 'absent';
  return isUntold || key.startsWith('aws:') ? 'unknown' : 'absent';
}

function tagValues(prefix: string, tags: Tags): ContextValues {
  return Object.fromEntries(Object.entries(tags).map(([key, value]) => [`${prefix}${key}`, value]));
}

/** Names of tags have no case: that of a session takes the place of its role's. */
function lowerCased(tags: Tags = {}): Tags {
  return Object.fromEntries(Object.entries(tags).map(([key, value]) => [key.toLowerCase(), value]));
}

import { absent, callerContext, requestContext, type ContextValues } from '../../aws/iam/evaluate/context';
import { decide } from '../../aws/iam/evaluate/decide';
import type { Outcome } from '../../aws/iam/evaluate/judge';
import type { Caller } from '../../aws/iam/evaluate/request';
import { parsePolicy } from '../../aws/iam/parse';
import type { Policy, PolicyKind } from '../../aws/iam/policy';

export type { Outcome };

const account = '111111111111';

/** A request over TLS to something of the tests' account; keys that are not told are absent. */
export interface Asked {
  /** @default a session of a role that nothing names */
  readonly caller?: Caller;
  readonly action: string;
  readonly resource: string;
  readonly context?: ContextValues;
  /** The account of the resource. @default that of the tests */
  readonly account?: string;
}

/** A document as Terraform gets it, or statements. */
export type Document = string | readonly object[];

/** What bears on the request: the caller's own policies, and that of the resource by its kind. */
export interface Documents {
  /** @default none: what is granted, the resource grants */
  readonly identity?: readonly Document[];
  readonly resource?: Document | undefined;
  readonly key?: Document;
  readonly trust?: Document;
}

/** For callers whose own policies stand in nobody's way. */
export const everything: Document = [{ Effect: 'Allow', Action: '*', Resource: '*' }];

/** What AWS would answer. */
export function ask(asked: Asked, { identity = [], resource, key, trust }: Documents): Outcome {
  const { caller = session(`arn:aws:iam::${account}:role/somebody`), action, context = {} } = asked;
  // AWS does not say what a service has as its user id: certainly not that of a session of ours.
  const nobody: ContextValues = caller.kind === 'service' ? { 'aws:userid': absent } : {};
  const values = { ...callerContext(caller), ...nobody, 'aws:SecureTransport': 'true', ...context };
  const attached = resource ?? key ?? trust;
  return decide(
    {
      caller,
      action,
      resource: asked.resource,
      resourceAccount: asked.account ?? account,
      context: requestContext(values, 'absent'),
    },
    {
      identity: identity.map((document) => policyOf(document, 'identity')),
      ...(attached !== undefined && { resource: policyOf(attached, trust ? 'trust' : 'resource') }),
      resourcePolicyDecides: key !== undefined || trust !== undefined,
    },
  ).outcome;
}

/** Somebody with a role: `someone`, unless it matters. */
export function session(arn: string, id = 'AROASOMEBODY', name = 'someone'): Caller {
  return { kind: 'role', arn, id, account: arn.split(':')[4] ?? '', session: name };
}

/** A service of AWS, by what comes before `.amazonaws.com`. */
export function service(name: string): Caller {
  return { kind: 'service', service: `${name}.amazonaws.com` };
}

/** What stands for a value that only Terraform knows, wherever it is put: in documents as in requests. */
export function standIn(expression: string): string {
  return `<${expression.replaceAll('"', "'")}>`;
}

function policyOf(document: Document, kind: PolicyKind): Policy {
  const info = { kind, name: kind };
  if (typeof document !== 'string') return parsePolicy({ Version: '2012-10-17', Statement: document }, info);
  const applied = document
    .replace(/(?<!\$)\$\{([^}]*)\}/g, (_whole, expression: string) => standIn(expression))
    .replaceAll('$${', '${');
  return parsePolicy(applied, info);
}

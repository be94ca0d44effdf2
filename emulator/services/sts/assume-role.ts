import type { Caller } from '../../../aws/iam/evaluate/request';
import { AwsError } from '../../proxy/answer';
import type { Identity } from '../../proxy/moto-client';
import type { Gap, GapContext } from '../../proxy/gap';
import type { AwsRequest } from '../../proxy/request';
import { childText, elementsAt, parseXml, tagged, type XmlElement } from '../../proxy/xml';
import { refusal, sessionOf, type Assumption, type Session, type Tags } from './trust';

const IAM_VERSION = '2010-05-08';

/** moto assumes any role, also one that does not exist; AWS asks the role's trust policy. */
export function stsAssumeRole(context: GapContext): Gap {
  // What moto does not keep of the sessions that it makes, by access key.
  const sessions = new Map<string, Session>();
  return {
    name: 'sts-assume-role',
    matches: (request) => request.service === 'sts' && request.operation === 'AssumeRole',
    async handle(request, forward) {
      const by = await assumption(request, context, sessions.get(request.accessKeyId));
      const refused = refusal(by.document, by);
      if (refused !== undefined) throw new AwsError('AccessDenied', refused, 403);
      const answer = await forward(request);
      const key = tagged(answer.body.toString(), 'AccessKeyId')[0];
      if (key !== undefined) sessions.set(key, sessionOf(by));
      return answer;
    },
  };
}

/** Who calls, what the call passes, and the role that it wants; without that role a document that trusts nobody. */
async function assumption(
  request: AwsRequest,
  context: GapContext,
  session: Session | undefined,
): Promise<Assumption & { readonly document: string }> {
  const roleArn = request.argument('RoleArn') ?? '';
  const role = await holderAt(roleArn, request, context);
  const known = await callerOf(
    await context.moto.callerIdentity(request.accessKeyId, request.region),
    request,
    context,
  );
  return {
    ...known,
    session,
    role: { arn: roleArn, tags: role?.tags ?? {} },
    document: role?.arn === roleArn ? role.trust : '{}',
    sessionName: request.argument('RoleSessionName') ?? '',
    externalId: request.argument('ExternalId'),
    sourceIdentity: request.argument('SourceIdentity'),
    tags: passedTags(request),
    transitiveTagKeys: members(request, (n) => `TransitiveTagKeys.member.${n}`),
    namesDevice: request.argument('SerialNumber') !== undefined,
    sourceIp: (request.incoming.socket.remoteAddress ?? '127.0.0.1').replace(/^::ffff:/, ''),
    userAgent: request.headers['user-agent'] ?? '',
    region: request.region,
    time: new Date(),
  };
}

function passedTags(request: AwsRequest): Tags {
  const [keys, values] = ['Key', 'Value'].map((part) => members(request, (n) => `Tags.member.${n}.${part}`));
  return Object.fromEntries((keys ?? []).map((key, index) => [key, values?.[index] ?? '']));
}

/** The arguments of a list, which count from one. */
function members(request: AwsRequest, name: (number: number) => string): readonly string[] {
  const found: string[] = [];
  for (
    let value = request.argument(name(1));
    value !== undefined;
    value = request.argument(name(found.length + 1))
  ) {
    found.push(value);
  }
  return found;
}

/** Who sent a call, with the tags that IAM has of the user or the role. */
async function callerOf(
  { arn, account, id }: Identity,
  request: AwsRequest,
  context: GapContext,
): Promise<{ readonly caller: Assumption['caller']; readonly callerTags: Tags }> {
  const [, partition = '', name, session = ''] =
    /^arn:([^:]+):sts::\d+:assumed-role\/([^/]+)\/(.+)$/.exec(arn) ?? [];
  if (name !== undefined) {
    // A session's ARN lacks the path that its role may have.
    const plain = `arn:${partition}:iam::${account}:role/${name}`;
    const role = await holderAt(plain, request, context);
    const caller: Caller = {
      kind: 'role',
      arn: role?.arn ?? plain,
      id: id.replace(/:.*$/, ''),
      account,
      session,
    };
    return { caller, callerTags: role?.tags ?? {} };
  }
  if (arn.endsWith(':root')) {
    return { caller: { kind: 'root', account, partition: arn.split(':')[1] ?? '' }, callerTags: {} };
  }
  const user = await holderAt(arn, request, context);
  return { caller: { kind: 'user', arn, id, account }, callerTags: user?.tags ?? {} };
}

/** A role or a user as IAM has it, found by its name alone; undefined where there is none. */
async function holderAt(
  arn: string,
  { region }: AwsRequest,
  { moto }: GapContext,
): Promise<{ readonly arn: string; readonly tags: Tags; readonly trust: string } | undefined> {
  const [, account, kind, path] = /^arn:[^:]+:iam::(\d{12}):(role|user)\/(.+)$/.exec(arn) ?? [];
  if (account === undefined || path === undefined) return undefined;
  const name = path.split('/').at(-1) ?? '';
  const asked =
    kind === 'role' ? { Action: 'GetRole', RoleName: name } : { Action: 'GetUser', UserName: name };
  try {
    const answer = parseXml(await moto.query({ account, region }, 'iam', IAM_VERSION, asked));
    const [found] = elementsAt(answer, [kind === 'role' ? 'Role' : 'User']);
    if (found === undefined) return undefined;
    return {
      arn: childText(found, 'Arn'),
      tags: tagsIn(found),
      trust: decodeURIComponent(childText(found, 'AssumeRolePolicyDocument')),
    };
  } catch (error) {
    if (error instanceof AwsError && error.code === 'NoSuchEntity') return undefined;
    throw error;
  }
}

function tagsIn(holder: XmlElement): Tags {
  const tags = elementsAt(holder, ['Tags', 'member']);
  return Object.fromEntries(tags.map((tag) => [childText(tag, 'Key'), childText(tag, 'Value')]));
}

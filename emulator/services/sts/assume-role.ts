import { AwsError } from '../../proxy/answer';
import type { Gap, GapContext } from '../../proxy/gap';
import type { AwsRequest } from '../../proxy/request';
import { tagged } from '../../proxy/xml';
import { trusts, type TrustPolicy } from './trust';

const IAM_VERSION = '2010-05-08';

/** moto assumes any role, also one that does not exist; AWS asks the role's trust policy. */
export function stsAssumeRole(context: GapContext): Gap {
  return {
    name: 'sts-assume-role',
    matches: (request) => request.service === 'sts' && request.operation === 'AssumeRole',
    async handle(request, forward) {
      const roleArn = request.argument('RoleArn') ?? '';
      const caller = await context.caller(request);
      const trust = await trustOf(roleArn, request, context);
      const details = {
        principalArn: await roleBehind(caller, request, context),
        externalId: request.argument('ExternalId'),
        sessionName: request.argument('RoleSessionName'),
      };
      if (trust && trusts(trust, { arn: caller, ...details })) return forward(request);
      throw new AwsError(
        'AccessDenied',
        `User: ${caller} is not authorized to perform: sts:AssumeRole on resource: ${roleArn}`,
        403,
      );
    },
  };
}

/** The role of a session, with the path that the session's own ARN lacks; undefined for users. */
async function roleBehind(
  caller: string,
  request: AwsRequest,
  context: GapContext,
): Promise<string | undefined> {
  const [, account, name] = /^arn:[^:]+:sts::(\d{12}):assumed-role\/([^/]+)\//.exec(caller) ?? [];
  if (!account || !name) return undefined;
  const parameters = { Action: 'GetRole', RoleName: name };
  try {
    const answer = await context.moto.query(
      { account, region: request.region },
      'iam',
      IAM_VERSION,
      parameters,
    );
    return tagged(answer, 'Arn')[0];
  } catch (error) {
    if (error instanceof AwsError && error.code === 'NoSuchEntity') return undefined;
    throw error;
  }
}

async function trustOf(
  arn: string,
  request: AwsRequest,
  context: GapContext,
): Promise<TrustPolicy | undefined> {
  const [, account, path] = /^arn:[^:]+:iam::(\d{12}):role\/(.+)$/.exec(arn) ?? [];
  if (!account || !path) return undefined;
  const place = { account, region: request.region };
  const parameters = { Action: 'GetRole', RoleName: path.split('/').at(-1) ?? '' };
  try {
    const answer = await context.moto.query(place, 'iam', IAM_VERSION, parameters);
    if (tagged(answer, 'Arn')[0] !== arn) return undefined;
    return JSON.parse(
      decodeURIComponent(tagged(answer, 'AssumeRolePolicyDocument')[0] ?? '{}'),
    ) as TrustPolicy;
  } catch (error) {
    if (error instanceof AwsError && error.code === 'NoSuchEntity') return undefined;
    throw error;
  }
}

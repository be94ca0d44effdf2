import { MotoClient, type Place } from '../../emulator/proxy/moto-client';
import type { Json } from '../../emulator/proxy/request';
import type { Sandbox } from '../../emulator/sandbox';

/** What every client of the AWS SDK is made with to reach a sandbox. */
export function sdk(sandbox: Sandbox, environment = sandbox.env) {
  const sessionToken = environment['AWS_SESSION_TOKEN'];
  return {
    endpoint: sandbox.directEndpoint,
    region: sandbox.region,
    maxAttempts: 1,
    credentials: {
      accessKeyId: environment['AWS_ACCESS_KEY_ID'] ?? '',
      secretAccessKey: environment['AWS_SECRET_ACCESS_KEY'] ?? '',
      ...(sessionToken ? { sessionToken } : {}),
    },
  };
}

/** Calls through the proxy, for services that the tests have no SDK client of. */
export function gateway(sandbox: Sandbox): MotoClient {
  return new MotoClient(Number(new URL(sandbox.proxyUrl).port), sandbox.env['AWS_ACCESS_KEY_ID']);
}

/** The operations of a JSON service, called through the proxy. */
export function operations(sandbox: () => Sandbox, service: string, prefix: string) {
  return (operation: string, body: Json): Promise<Json> =>
    gateway(sandbox()).json(home(sandbox()), service, `${prefix}.${operation}`, body);
}

/** The calls of a REST service that takes and answers JSON, through the proxy. */
export function posts(sandbox: () => Sandbox, service: string) {
  return async (path: string, body: Json): Promise<Json> =>
    JSON.parse((await gateway(sandbox()).get(home(sandbox()), service, path, 'POST', body)) || '{}') as Json;
}

/** Where the sandbox's own account is. */
export function home(sandbox: Sandbox): Place {
  return { account: sandbox.account, region: sandbox.region };
}

/** Makes a role that the given principals may assume; answers its ARN. */
export async function makeRole(sandbox: Sandbox, name: string, statement: object): Promise<string> {
  await sandbox.moto.query(home(sandbox), 'iam', '2010-05-08', {
    Action: 'CreateRole',
    RoleName: name,
    AssumeRolePolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement: [statement] }),
  });
  return `arn:aws:iam::${sandbox.account}:role/${name}`;
}

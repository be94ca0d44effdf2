import type { Sandbox } from '../../emulator/sandbox';
import { assumeRole } from '../../emulator/identities';

/** What every client of AWS's SDK is made with, to reach the sandbox as some identity. */
export interface ClientSettings {
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken?: string;
  };
}

/** As the sandbox's user. */
export function asUser(sandbox: Sandbox): ClientSettings {
  return {
    endpoint: sandbox.directEndpoint,
    region: sandbox.region,
    credentials: {
      accessKeyId: sandbox.env.AWS_ACCESS_KEY_ID ?? '',
      secretAccessKey: sandbox.env.AWS_SECRET_ACCESS_KEY ?? '',
    },
  };
}

/** As a session of a role; rejected where the role's trust policy does not allow the sandbox's user. */
export async function asRole(sandbox: Sandbox, arn: string, session: string): Promise<ClientSettings> {
  const credentials = await assumeRole(sandbox, arn, session);
  return { ...asUser(sandbox), credentials };
}

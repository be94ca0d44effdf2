import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import type { ClientSettings } from '../core/module/questions';
import type { AssumedRole } from './identity';

type SessionKeys = NonNullable<ClientSettings['credentials']>;

// Milliseconds. A plan waits for an answer, but not long for a network that lets nothing through.
const patience = { connectionTimeout: 4_000, requestTimeout: 15_000 };

/** The sessions of one run: every role is assumed once. */
export class Sessions {
  private readonly known = new Map<string, Promise<SessionKeys>>();

  /** @param endpoint of an emulator; AWS's own by default */
  constructor(private readonly endpoint?: string) {}

  /** How to ask as a role, or as whoever runs this. Rejected where the role cannot be assumed. */
  async settings(region: string, role?: AssumedRole): Promise<ClientSettings> {
    const settings = {
      region,
      ...(this.endpoint !== undefined && { endpoint: this.endpoint }),
      maxAttempts: 3,
      requestHandler: patience,
    };
    if (!role) return settings;
    const key = `${role.arn} ${role.externalId ?? ''}`;
    const credentials = this.known.get(key) ?? assume(settings, role);
    this.known.set(key, credentials);
    return { ...settings, credentials: await credentials };
  }

  /** Who runs this. */
  async caller(region: string): Promise<{ readonly account: string; readonly arn: string }> {
    const client = new STSClient(await this.settings(region));
    const { Account: account = '', Arn: arn = '' } = await client.send(new GetCallerIdentityCommand({}));
    return { account, arn };
  }
}

async function assume(settings: ClientSettings, { arn, externalId }: AssumedRole): Promise<SessionKeys> {
  const { Credentials: keys } = await new STSClient(settings).send(
    new AssumeRoleCommand({
      RoleArn: arn,
      RoleSessionName: 'terralake',
      ...(externalId !== undefined && { ExternalId: externalId }),
    }),
  );
  return {
    accessKeyId: keys?.AccessKeyId ?? '',
    secretAccessKey: keys?.SecretAccessKey ?? '',
    sessionToken: keys?.SessionToken ?? '',
  };
}

/** Why AWS gave no answer, in one line. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const [line = ''] = (error.message || (error as NodeJS.ErrnoException).code || '').split('\n');
  return line === '' || line === error.name ? error.name : `${error.name}: ${line}`;
}

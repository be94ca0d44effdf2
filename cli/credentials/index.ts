import { load } from '../shared/load';
import type { CommonOptions } from '../shared/options';
import { print, printJson, say } from '../shared/report';
import { durationOf } from './duration';
import { teamSession, type TeamSession } from './session';

export interface CredentialsOptions extends CommonOptions {
  readonly team: string;
  readonly duration?: string;
  readonly export?: boolean;
}

/** Prints credentials of a team's role: lines for `~/.aws/credentials`, for a shell, or JSON for `credential_process`. */
export async function credentials(environment: string, options: CredentialsOptions): Promise<void> {
  const seconds = durationOf(options.duration);
  const session = await teamSession(load(options), environment, options.team, seconds);
  if (options.json === true) printJson(asJson(session));
  else print(options.export === true ? asShell(session) : asProfile(session));
  say(`${session.team} in ${session.environment} until ${session.expiration}`);
}

function asJson({ accessKeyId, secretAccessKey, sessionToken, expiration }: TeamSession): object {
  return {
    Version: 1,
    AccessKeyId: accessKeyId,
    SecretAccessKey: secretAccessKey,
    SessionToken: sessionToken,
    Expiration: expiration,
  };
}

function asShell({ accessKeyId, secretAccessKey, sessionToken, region }: TeamSession): string {
  const variables = {
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: sessionToken,
    AWS_REGION: region,
  };
  return Object.entries(variables)
    .map(([name, value]) => `export ${name}='${value}'`)
    .join('\n');
}

function asProfile(session: TeamSession): string {
  const { environment, team, accessKeyId, secretAccessKey, sessionToken, region } = session;
  const profile = `${environment.split('/').at(-1) ?? ''}-${team}`.replace(/[^A-Za-z0-9_.-]+/g, '-');
  return [
    `[${profile}]`,
    `aws_access_key_id = ${accessKeyId}`,
    `aws_secret_access_key = ${secretAccessKey}`,
    `aws_session_token = ${sessionToken}`,
    `region = ${region}`,
  ].join('\n');
}

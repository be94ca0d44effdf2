import type { TeamSession } from '../credentials/session';
import { RunError } from '../../deploy/errors';

/** Where people sign in and work, by partition. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_enable-console-custom-url.html */
const hosts: Readonly<Record<string, { readonly signIn: string; readonly console: string }>> = {
  aws: { signIn: 'https://signin.aws.amazon.com', console: 'console.aws.amazon.com' },
  'aws-cn': { signIn: 'https://signin.amazonaws.cn', console: 'console.amazonaws.cn' },
  'aws-us-gov': { signIn: 'https://signin.amazonaws-us-gov.com', console: 'console.amazonaws-us-gov.com' },
};

/**
 * A URL that signs in to the console with a session's credentials; it is good for a quarter of an hour. The session
 * lasts as long as the credentials: AWS takes no duration for roles that roles took.
 * @param signIn another endpoint than AWS's, for tests
 * @throws RunError where AWS gives no token
 */
export async function signInUrl(session: TeamSession, signIn?: string): Promise<string> {
  const host = hosts[session.partition];
  if (!host) throw new RunError(`the partition ${session.partition} has no known page for signing in`);
  const federation = `${signIn ?? host.signIn}/federation`;
  const token = await signInToken(federation, session);
  return urlOf(federation, {
    Action: 'login',
    Issuer: 'terralake',
    Destination: `https://${session.region}.${host.console}/`,
    SigninToken: token,
  });
}

async function signInToken(federation: string, session: TeamSession): Promise<string> {
  const { accessKeyId, secretAccessKey, sessionToken } = session;
  const url = urlOf(federation, {
    Action: 'getSigninToken',
    Session: JSON.stringify({ sessionId: accessKeyId, sessionKey: secretAccessKey, sessionToken }),
  });
  const refused = (why: string) =>
    new RunError(`no sign-in token from ${federation}: ${why}`, 'Try again, or use `terralake credentials`.');
  // The message of a failed request may hold its URL, and with it the credentials.
  const answer = await fetch(url).catch(() => {
    throw refused('it cannot be reached');
  });
  if (!answer.ok) throw refused(`status ${String(answer.status)}`);
  const body: unknown = await answer.json().catch(() => undefined);
  const token = (body as { readonly SigninToken?: unknown } | undefined)?.SigninToken;
  if (typeof token === 'string') return token;
  throw refused('the answer has none');
}

function urlOf(base: string, query: Readonly<Record<string, string>>): string {
  return `${base}?${new URLSearchParams(query).toString()}`;
}

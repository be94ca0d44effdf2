import { teamSession } from '../credentials/session';
import { load } from '../shared/load';
import type { CommonOptions } from '../shared/options';
import { print, printJson, say } from '../shared/report';
import { signInUrl } from './sign-in';

/** Prints a URL that opens the AWS console with the role of a team, for an hour. */
export async function consoleUrl(
  environment: string,
  options: CommonOptions & { readonly team: string },
): Promise<void> {
  const session = await teamSession(load(options), environment, options.team, 3600);
  const url = await signInUrl(session);
  if (options.json === true) printJson({ url, expiration: session.expiration });
  else print(url);
  say(
    `${session.team} in ${session.environment} until ${session.expiration}; open the URL within 15 minutes`,
  );
}

import {
  AssumeRoleCommand,
  GetCallerIdentityCommand,
  STSClient,
  STSServiceException,
} from '@aws-sdk/client-sts';
import type { Platform } from '../../core/platform/platform';
import { endpointOf } from '../shared/aws-endpoint';
import { processConfiguration, quietSdk } from '../shared/configuration';
import { environmentOfTeam } from '../shared/environments';
import { RefusedError, RunError } from '../../deploy/errors';

/** Temporary credentials of a team's role. */
export interface TeamSession {
  /** `<domain>/<environment>/<module>`. */
  readonly environment: string;
  readonly team: string;
  readonly roleArn: string;
  readonly region: string;
  readonly partition: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  /** ISO 8601. */
  readonly expiration: string;
}

/**
 * Takes the role of a team, as whoever runs the command: AWS asks the role's trust whether that is one of the team's
 * people.
 * @throws RefusedError where the team is not onboarded, the environment lets no people in, or AWS refuses
 */
export async function teamSession(
  platform: Platform,
  environment: string,
  teamName: string,
  seconds: number,
): Promise<TeamSession> {
  const { facts, team } = environmentOfTeam(platform, environment, teamName);
  if (!facts.config.features.awsAccess) {
    throw new RefusedError(
      `${facts.path} lets no people take the roles of its teams`,
      'Its owner can switch that on with `features: { awsAccess: true }`.',
    );
  }
  const { region, partition } = facts.location;
  const credentials = await assume(region, team.role.arn, seconds, teamName);
  return {
    environment: facts.path,
    team: team.name,
    roleArn: team.role.arn,
    region,
    partition,
    ...credentials,
  };
}

async function assume(
  region: string,
  roleArn: string,
  seconds: number,
  team: string,
): Promise<Pick<TeamSession, 'accessKeyId' | 'secretAccessKey' | 'sessionToken' | 'expiration'>> {
  quietSdk();
  const endpoint = endpointOf(processConfiguration().environment);
  const sts = new STSClient({ region, ...(endpoint !== undefined && { endpoint }) });
  try {
    const { Arn: caller = '' } = await sts.send(new GetCallerIdentityCommand({}));
    const { Credentials } = await sts.send(
      new AssumeRoleCommand({
        RoleArn: roleArn,
        RoleSessionName: sessionName(caller),
        DurationSeconds: seconds,
      }),
    );
    return {
      accessKeyId: Credentials?.AccessKeyId ?? '',
      secretAccessKey: Credentials?.SecretAccessKey ?? '',
      sessionToken: Credentials?.SessionToken ?? '',
      expiration: Credentials?.Expiration?.toISOString() ?? '',
    };
  } catch (error) {
    if (error instanceof STSServiceException && error.name === 'AccessDenied') {
      throw new RefusedError(
        `AWS refuses the role ${roleArn}: ${error.message}`,
        `The role trusts the people under \`assumedBy\` of the team ${team} in \`organization_teams\`, as of the last apply; an existing role, whom its owner lets in.`,
      );
    }
    throw new RunError(
      `no session of ${roleArn}: ${error instanceof Error ? error.message : String(error)}`,
      'Log in to AWS as yourself first.',
    );
  }
}

/** So that the trail tells who it was: the last word of the caller's ARN, in the letters that AWS allows. */
export function sessionName(caller: string): string {
  const word = (caller.split('/').at(-1) ?? '').replace(/[^\w+=,.@-]/g, '-').slice(0, 64);
  return word.length < 2 ? 'terralake' : word;
}

import { AwsError } from '../../proxy/answer';
import type { Gap, GapContext } from '../../proxy/gap';
import { tagged } from '../../proxy/xml';
import type { Service } from '../service';
import { stsAssumeRole } from './assume-role';

const HOUR = 3600;

/** STS: roles are assumed by whom they trust, for as long as they say; sessions end by themselves. */
export function sts(context: GapContext): Service {
  // How long a session may last is asked of a role that is known to exist.
  return { name: 'sts', gaps: [stsAssumeRole(context), stsDuration(context)] };
}

/** moto gives sessions of any length; AWS holds them to the role's longest, and to an hour from another role. */
function stsDuration(context: GapContext): Gap {
  return {
    name: 'sts-duration',
    matches: (request) => request.service === 'sts' && request.operation === 'AssumeRole',
    async handle(request, forward) {
      const seconds = Number(request.argument('DurationSeconds') ?? HOUR);
      const [, account = '', path = ''] =
        /:iam::(\d{12}):role\/(.+)$/.exec(request.argument('RoleArn') ?? '') ?? [];
      const role = await context.moto.query({ account, region: request.region }, 'iam', '2010-05-08', {
        Action: 'GetRole',
        RoleName: path.split('/').at(-1) ?? '',
      });
      if (seconds > Number(tagged(role, 'MaxSessionDuration')[0] ?? HOUR)) {
        throw refusal('The requested DurationSeconds exceeds the MaxSessionDuration set for this role.');
      }
      if (seconds > HOUR && (await context.caller(request)).includes(':assumed-role/')) {
        throw refusal(
          'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.',
        );
      }
      return forward(request);
    },
  };
}

function refusal(message: string): AwsError {
  return new AwsError('ValidationError', message);
}

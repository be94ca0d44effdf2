import { AwsError } from '../../proxy/answer';
import { tagged } from '../../proxy/moto-client';
import type { Gap, GapContext } from '../../proxy/gap';

const HOUR = 3600;

/** moto gives sessions of any length; AWS holds them to the role's longest, and to an hour from another role. */
export function stsDuration(context: GapContext): Gap {
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

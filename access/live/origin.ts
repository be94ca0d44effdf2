import type { Origin } from '../model/origin';

/** Where something live comes from: its ARN, and the YAML that asked for its counterpart in the model, if there is one. */
export function liveOrigin(arn: string, expected: Origin | undefined): Origin {
  return { stack: expected?.stack ?? 'aws', address: arn, place: expected?.place };
}

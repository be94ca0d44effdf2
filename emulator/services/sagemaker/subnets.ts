import { AwsError } from '../../proxy/answer';
import type { Place } from '../../proxy/moto-client';
import type { GapContext } from '../../proxy/gap';

/** Refuses subnets that do not exist. */
export async function refuseUnknownSubnets(
  context: GapContext,
  place: Place,
  subnets: readonly string[],
): Promise<void> {
  if (subnets.length === 0) return;
  const ids = Object.fromEntries(subnets.map((id, index) => [`SubnetId.${index + 1}`, id]));
  await context.moto
    .query(place, 'ec2', '2016-11-15', { Action: 'DescribeSubnets', ...ids })
    .catch((error: unknown) => {
      throw error instanceof AwsError
        ? new AwsError('ValidationException', `Invalid subnets: ${subnets.join(', ')}`)
        : error;
    });
}

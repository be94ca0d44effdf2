import {
  DescribeAccountSubscriptionCommand,
  QuickSightClient,
  ResourceNotFoundException,
} from '@aws-sdk/client-quicksight';
import type { ClientSettings } from '../../../core/module/questions';
import type { QuickSightAccount } from './subscription';

/** What QuickSight says of an account; undefined where it has none. Rejected where nobody could be asked. */
export async function describeSubscription(
  account: string,
  client: ClientSettings,
): Promise<QuickSightAccount | undefined> {
  try {
    const { AccountInfo: info } = await new QuickSightClient(client).send(
      new DescribeAccountSubscriptionCommand({ AwsAccountId: account }),
    );
    return { edition: info?.Edition, status: info?.AccountSubscriptionStatus };
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}

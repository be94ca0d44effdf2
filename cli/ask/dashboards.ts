import {
  DescribeAccountSubscriptionCommand,
  QuickSightClient,
  ResourceNotFoundException,
} from '@aws-sdk/client-quicksight';
import type { Diagnostic } from '../../diagnostics/diagnostic';
import type { Located } from '../../core/platform/platform';
import { checkQuickSight, type QuickSightAccount } from '../../modules/environment/dashboards/subscription';
import { factsOf } from '../../modules/environment/facts';
import type { ClientSettings } from './sessions';

/** What is wrong with QuickSight in the account of such an environment. Rejected where nobody could be asked. */
export async function askDashboards(
  located: Located,
  settings: ClientSettings,
): Promise<Diagnostic | undefined> {
  const { account } = factsOf(located).location;
  const problem = await checkQuickSight(account, () => subscription(account, settings));
  if (!problem) return undefined;
  return { severity: 'error', ...problem, place: located.module.locate(['features', 'dashboards']) };
}

async function subscription(
  account: string,
  settings: ClientSettings,
): Promise<QuickSightAccount | undefined> {
  try {
    const { AccountInfo: info } = await new QuickSightClient(settings).send(
      new DescribeAccountSubscriptionCommand({ AwsAccountId: account }),
    );
    return { edition: info?.Edition, status: info?.AccountSubscriptionStatus };
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}

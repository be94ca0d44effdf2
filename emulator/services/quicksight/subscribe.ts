import { MotoClient } from '../../proxy/moto-client';
import type { Sandbox } from '../../sandbox';

/** A subscription to QuickSight; accounts have none until one is made. */
export interface QuickSightSubscription {
  /** @default the sandbox's own */
  readonly account?: string;
  /** @default ENTERPRISE */
  readonly edition?: 'STANDARD' | 'ENTERPRISE' | 'ENTERPRISE_AND_Q';
}

/** Subscribes an account to QuickSight. */
export async function subscribeQuickSight(
  sandbox: Sandbox,
  { account = sandbox.account, edition = 'ENTERPRISE' }: QuickSightSubscription = {},
): Promise<void> {
  const gateway = new MotoClient(Number(new URL(sandbox.proxyUrl).port));
  const place = { account, region: sandbox.region };
  await gateway.get(place, 'quicksight', `/account/${account}`, 'POST', {
    AccountName: `sandbox-${account}`,
    AuthenticationMethod: 'IAM_AND_QUICKSIGHT',
    Edition: edition,
    NotificationEmail: 'data@example.com',
  });
}

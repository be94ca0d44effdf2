import { MotoClient } from '../../../../emulator/proxy/moto-client';
import type { Sandbox } from '../../../../emulator/sandbox';
import { subscribeQuickSight } from '../../../../emulator/services/quicksight';
import { gateway, home } from '../../client';

/** Subscriptions. */
export function quickSightSuite(sandbox: () => Sandbox): void {
  test('quicksight-subscription: none by default, one when made, for its own account only', async () => {
    const other = { account: '222222222222', region: 'us-east-1' };
    const ask = async (account: string, client = gateway(sandbox()), place = home(sandbox())) =>
      (JSON.parse(await client.get(place, 'quicksight', `/account/${account}`)) as { AccountInfo: object })
        .AccountInfo;
    const mine = () => ask(sandbox().account);
    await expect(mine()).rejects.toMatchObject({ code: 'ResourceNotFoundException' });
    await subscribeQuickSight(sandbox(), { account: other.account });
    await expect(mine()).rejects.toMatchObject({ code: 'ResourceNotFoundException' });
    await expect(ask(other.account)).rejects.toMatchObject({ code: 'AccessDeniedException' });
    const there = new MotoClient(Number(new URL(sandbox().proxyUrl).port));
    expect(await ask(other.account, there, other)).toMatchObject({ Edition: 'ENTERPRISE' });
    await subscribeQuickSight(sandbox(), { edition: 'STANDARD' });
    expect(await mine()).toMatchObject({
      Edition: 'STANDARD',
      AccountSubscriptionStatus: 'ACCOUNT_CREATED',
    });
    const held = sandbox().held();
    expect(held).toEqual([{ service: 'quicksight', type: 'subscription', id: sandbox().account }]);
  });
}

import { AwsError, errorAnswer, jsonAnswer, type Answer } from '../../proxy/answer';
import type { Gap, GapContext } from '../../proxy/gap';
import { MotoClient, type Place } from '../../proxy/moto-client';
import type { AwsRequest, Json } from '../../proxy/request';
import type { Service } from '../service';

const PATH = /^\/account\/(\d{12})$/;

/** QuickSight: who has subscribed to it. */
export function quickSight(context: GapContext): Service {
  return { name: 'quicksight', gaps: [quickSightSubscription(context)] };
}

/** moto knows nothing of who has subscribed to QuickSight: one subscription for an account in all regions. */
function quickSightSubscription(context: GapContext): Gap {
  const subscriptions = new Map<string, Json>();
  return {
    name: 'quicksight-subscription',
    matches: (request) => request.service === 'quicksight' && PATH.test(request.path),
    async handle(request) {
      try {
        return answerTo(subscriptions, await context.place(request), request, await request.read());
      } catch (error) {
        if (error instanceof AwsError) return errorAnswer(error, 'json');
        throw error;
      }
    },
    inventory: () =>
      [...subscriptions.keys()].map((id) => ({ service: 'quicksight', type: 'subscription', id })),
  };
}

function answerTo(subscriptions: Map<string, Json>, place: Place, request: AwsRequest, sent: Buffer): Answer {
  const account = PATH.exec(request.path)?.[1] ?? '';
  if (account !== place.account) {
    throw new AwsError('AccessDeniedException', `No access to QuickSight of account ${account}`, 403);
  }
  const subscription = subscriptions.get(account);
  if (request.method === 'POST') {
    if (subscription) throw new AwsError('ResourceExistsException', 'The account is subscribed already', 409);
    const { AccountName, AuthenticationMethod, Edition, NotificationEmail } = JSON.parse(
      sent.toString() || '{}',
    ) as Json;
    subscriptions.set(account, {
      AccountName,
      AuthenticationType: AuthenticationMethod,
      Edition,
      NotificationEmail,
      AccountSubscriptionStatus: 'ACCOUNT_CREATED',
    });
    return jsonAnswer({ SignupResponse: {}, Status: 200 });
  }
  if (!subscription) {
    throw new AwsError('ResourceNotFoundException', `Account ${account} has no subscription`, 404);
  }
  if (request.method === 'DELETE') {
    subscriptions.delete(account);
    return jsonAnswer({ Status: 200 });
  }
  return jsonAnswer({ AccountInfo: subscription, Status: 200 });
}

/** A subscription to QuickSight; accounts have none until one is made. */
export interface QuickSightSubscription {
  /** @default the sandbox's own */
  readonly account?: string;
  /** @default ENTERPRISE */
  readonly edition?: 'STANDARD' | 'ENTERPRISE' | 'ENTERPRISE_AND_Q';
}

/** Subscribes an account to QuickSight. */
export async function subscribeQuickSight(
  sandbox: Place & { readonly proxyUrl: string },
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

import { AwsError, errorAnswer, jsonAnswer, type Answer } from '../../proxy/answer';
import type { Place } from '../../proxy/moto-client';
import type { Gap, GapContext } from '../../proxy/gap';
import type { AwsRequest, Json } from '../../proxy/request';

const PATH = /^\/account\/(\d{12})$/;

/** moto knows nothing of who has subscribed to QuickSight: one subscription for an account in all regions. */
export function quickSightSubscription(context: GapContext): Gap {
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

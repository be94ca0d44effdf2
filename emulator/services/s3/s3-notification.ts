import type { Gap, GapContext } from '../../proxy/gap';
import { keptDocument } from './kept-document';

/** moto forgets that a bucket notifies EventBridge. Nothing listens in the sandbox, so it is only kept. */
export const s3Notification = (context: GapContext): Gap =>
  keptDocument(context, {
    name: 's3-notification',
    subresource: 'notification',
    contentType: 'application/xml',
    missing: '<NotificationConfiguration/>',
  });

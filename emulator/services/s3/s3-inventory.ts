import type { Gap, GapContext } from '../../proxy/gap';
import { keptDocument } from './kept-document';

/** moto forgets parts of an inventory (which versions, how encrypted): it is kept as sent. */
export const s3Inventory = (context: GapContext): Gap =>
  keptDocument(context, {
    name: 's3-inventory',
    subresource: 'inventory',
    byId: true,
    contentType: 'application/xml',
    missing: { code: 'NoSuchConfiguration', message: 'The specified configuration does not exist.' },
  });

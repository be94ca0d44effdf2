import type { Gap, GapContext } from '../../proxy/gap';
import { keptDocument } from './kept-document';

/** moto forgets parts of a lifecycle rule (object sizes, newer noncurrent versions): it is kept as sent. */
export const s3Lifecycle = (context: GapContext): Gap =>
  keptDocument(context, {
    name: 's3-lifecycle',
    subresource: 'lifecycle',
    contentType: 'application/xml',
    missing: { code: 'NoSuchLifecycleConfiguration', message: 'The lifecycle configuration does not exist' },
    header: {
      name: 'x-amz-transition-default-minimum-object-size',
      otherwise: 'all_storage_classes_128K',
    },
  });

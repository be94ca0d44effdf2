import { AwsError, emptyAnswer, type Answer } from '../../proxy/answer';
import { accountPrefix, addressed, removesBucket } from '../../proxy/bucket';
import type { Gap, GapContext } from '../../proxy/gap';
import type { AwsRequest } from '../../proxy/request';
import { refuseUnknownBucket, sentXml } from './refusals';

/** A document of a bucket that is kept as it was sent. */
export interface KeptDocument {
  readonly name: string;
  /** The part of the query that names it, as in `?policy`. */
  readonly subresource: string;
  /** The element that it is, where it is XML; else it is JSON. */
  readonly root?: string;
  /** True where a bucket has several of them, told apart by `?id`. */
  readonly byId?: boolean;
  /** The answer for a bucket without one: an error, or a document. */
  readonly missing: { readonly code: string; readonly message: string } | string;
  /** A header that is kept with it and sent back. */
  readonly header?: { readonly name: string; readonly otherwise: string };
  /** Refuses what AWS would refuse. */
  check?(text: string, request: AwsRequest, context: GapContext): Promise<void> | void;
}

interface Kept {
  readonly text: string;
  readonly header?: string;
}

/** A gap that keeps one document per bucket itself, instead of moto. */
export function keptDocument(context: GapContext, document: KeptDocument): Gap {
  const kept = new Map<string, Kept>();
  return {
    name: document.name,
    matches: (request) => {
      if (request.service !== 's3' || accountPrefix(request.host)) return false;
      return isAbout(request, document) || removesBucket(request);
    },
    async handle(request, forward) {
      const { bucket } = addressed(request);
      if (removesBucket(request)) {
        const answer = await forward(request);
        if (answer.status < 300) forget(kept, bucket);
        return answer;
      }
      await refuseUnknownBucket(context, request, bucket);
      const key = `${bucket}/${request.query.get('id') ?? ''}`;
      if (request.method === 'PUT') return put(kept, key, document, request, context);
      if (request.method === 'DELETE') {
        kept.delete(key);
        return emptyAnswer();
      }
      return get(kept, key, document);
    },
  };
}

async function put(
  kept: Map<string, Kept>,
  key: string,
  document: KeptDocument,
  request: AwsRequest,
  context: GapContext,
): Promise<Answer> {
  const text = (await request.read()).toString();
  if (document.root !== undefined) sentXml(text, document.root);
  await document.check?.(text, request, context);
  const header =
    document.header && String(request.headers[document.header.name] ?? document.header.otherwise);
  kept.set(key, header === undefined ? { text } : { text, header });
  return answerWith(document, header, '');
}

function get(kept: Map<string, Kept>, key: string, document: KeptDocument): Answer {
  const found = kept.get(key);
  if (found) return answerWith(document, found.header, found.text);
  const { missing } = document;
  if (typeof missing === 'string') return answerWith(document, undefined, missing);
  throw new AwsError(missing.code, missing.message, 404);
}

function answerWith(document: KeptDocument, header: string | undefined, text: string): Answer {
  const extra = document.header && header !== undefined ? { [document.header.name]: header } : {};
  return {
    status: 200,
    headers: { 'content-type': document.root ? 'application/xml' : 'application/json', ...extra },
    body: Buffer.from(text),
  };
}

function forget(kept: Map<string, Kept>, bucket: string): void {
  for (const key of [...kept.keys()]) if (key.startsWith(`${bucket}/`)) kept.delete(key);
}

function isAbout(request: AwsRequest, document: KeptDocument): boolean {
  const { query } = request;
  return (
    query.has(document.subresource) &&
    addressed(request).key === '' &&
    query.has('id') === (document.byId ?? false)
  );
}

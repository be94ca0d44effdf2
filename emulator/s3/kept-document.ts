import { AwsError, type Answer } from '../answer';
import type { Gap, GapContext } from '../gap';
import type { AwsRequest } from '../request';
import { accountPrefix, addressed } from './bucket';

/** A document of a bucket that is kept as it was sent. */
export interface KeptDocument {
  readonly name: string;
  /** The part of the query that names it, as in `?policy`. */
  readonly subresource: string;
  readonly contentType: string;
  /** The error for a bucket without one. */
  readonly missing: { readonly code: string; readonly message: string };
  /** A header that is kept with it and sent back. */
  readonly header?: { readonly name: string; readonly otherwise: string };
  /** Refuses what AWS would refuse. */
  check?(text: string): void;
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
        if (answer.status < 300) kept.delete(bucket);
        return answer;
      }
      await refuseUnknownBucket(context, request, bucket);
      if (request.method === 'PUT') return put(kept, bucket, document, request);
      if (request.method === 'DELETE') {
        kept.delete(bucket);
        return { status: 204, headers: {}, body: Buffer.alloc(0) };
      }
      return get(kept, bucket, document);
    },
  };
}

async function put(
  kept: Map<string, Kept>,
  bucket: string,
  document: KeptDocument,
  request: AwsRequest,
): Promise<Answer> {
  const text = (await request.read()).toString();
  document.check?.(text);
  const header = document.header && String(request.headers[document.header.name] ?? document.header.otherwise);
  kept.set(bucket, header === undefined ? { text } : { text, header });
  return answerWith(document, header, '');
}

function get(kept: Map<string, Kept>, bucket: string, document: KeptDocument): Answer {
  const found = kept.get(bucket);
  if (!found) throw new AwsError(document.missing.code, document.missing.message, 404);
  return answerWith(document, found.header, found.text);
}

function answerWith(document: KeptDocument, header: string | undefined, text: string): Answer {
  const extra = document.header && header !== undefined ? { [document.header.name]: header } : {};
  return { status: 200, headers: { 'content-type': document.contentType, ...extra }, body: Buffer.from(text) };
}

function isAbout(request: AwsRequest, document: KeptDocument): boolean {
  return request.query.has(document.subresource) && addressed(request).key === '';
}

function removesBucket(request: AwsRequest): boolean {
  return request.method === 'DELETE' && [...request.query.keys()].every((k) => k === 'x-id') && addressed(request).key === '';
}

async function refuseUnknownBucket(context: GapContext, request: AwsRequest, bucket: string): Promise<void> {
  const place = await context.place(request);
  await context.moto.get(place, 's3', `/${bucket}`, 'HEAD').catch((error: unknown) => {
    const isMissing = error instanceof AwsError && error.status === 404;
    throw isMissing ? new AwsError('NoSuchBucket', 'The specified bucket does not exist', 404) : error;
  });
}

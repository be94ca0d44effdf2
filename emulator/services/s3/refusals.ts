import { AwsError } from '../../proxy/answer';
import type { GapContext } from '../../proxy/gap';
import type { AwsRequest } from '../../proxy/request';
import { isWellFormed, parseXml, type XmlElement } from '../../proxy/xml';

/** Refuses a bucket that does not exist. */
export async function refuseUnknownBucket(
  context: GapContext,
  request: AwsRequest,
  bucket: string,
): Promise<void> {
  const place = await context.place(request);
  await context.moto.get(place, 's3', `/${bucket}`, 'HEAD').catch((error: unknown) => {
    const isMissing = error instanceof AwsError && error.status === 404;
    throw isMissing ? new AwsError('NoSuchBucket', 'The specified bucket does not exist', 404) : error;
  });
}

/** The root of a document that a client sent, which must be XML and begin with the element it is about. */
export function sentXml(text: string, name: string): XmlElement {
  const [root] = isWellFormed(text) ? parseXml(text).children : [];
  if (root?.name === name) return root;
  const message = 'The XML you provided was not well-formed or did not validate against our published schema';
  throw new AwsError('MalformedXML', message);
}

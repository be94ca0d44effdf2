import type { OutgoingHttpHeaders } from 'node:http';
import type { AwsRequest, Json } from './request';

/** What a client gets back. */
export interface Answer {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer;
}

/** An error that an AWS service would answer with; thrown anywhere in a gap. */
export class AwsError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly status = 400,
  ) {
    super(message);
  }
}

/** A successful JSON answer. */
export function jsonAnswer(body: Json, status = 200): Answer {
  return {
    status,
    headers: { 'content-type': 'application/x-amz-json-1.1' },
    body: Buffer.from(JSON.stringify(body)),
  };
}

/** An XML answer. */
export function xmlAnswer(body: string, status = 200): Answer {
  return { status, headers: { 'content-type': 'text/xml' }, body: Buffer.from(body) };
}

/** An error in the dialect that the client understands. */
export function errorAnswer(error: AwsError, dialect: AwsRequest['dialect']): Answer {
  if (dialect === 'json') {
    const answer = jsonAnswer({ __type: error.code, message: error.message }, error.status);
    return { ...answer, headers: { ...answer.headers, 'x-amzn-errortype': error.code } };
  }
  const inner = `<Code>${error.code}</Code><Message>${escapeXml(error.message)}</Message>`;
  if (dialect === 's3') return xmlAnswer(`<Error>${inner}</Error>`, error.status);
  const typed = `<Error><Type>${error.status < 500 ? 'Sender' : 'Receiver'}</Type>${inner}</Error>`;
  return xmlAnswer(`<ErrorResponse>${typed}<RequestId>sandbox</RequestId></ErrorResponse>`, error.status);
}

/** Text made safe between two XML tags. */
export function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

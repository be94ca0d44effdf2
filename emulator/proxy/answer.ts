import type { OutgoingHttpHeaders } from 'node:http';
import type { AwsRequest, Json } from './request';
import { element, UNWRITABLE, writeXml, type XmlContent } from './xml';

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

/** An XML answer: one element with what stands in it. */
export function xmlAnswer(name: string, content: XmlContent, status = 200): Answer {
  const body = Buffer.from(writeXml(element(name, content)));
  return { status, headers: { 'content-type': 'text/xml' }, body };
}

/** An answer without content. */
export function emptyAnswer(): Answer {
  return { status: 204, headers: {}, body: Buffer.alloc(0) };
}

/** An error in the dialect that the client understands. */
export function errorAnswer(error: AwsError, dialect: AwsRequest['dialect']): Answer {
  const { code, message, status } = error;
  if (dialect === 'json') {
    const answer = jsonAnswer({ __type: code, message }, status);
    return { ...answer, headers: { ...answer.headers, 'x-amzn-errortype': code } };
  }
  const told = { Code: code, Message: message.replace(new RegExp(UNWRITABLE, 'gu'), '\uFFFD') };
  if (dialect === 's3') return xmlAnswer('Error', told, status);
  const Type = status < 500 ? 'Sender' : 'Receiver';
  return xmlAnswer('ErrorResponse', { Error: { Type, ...told }, RequestId: 'sandbox' }, status);
}

/**
 * Turns a crash inside moto into an error that says so. Clients repeat a 500 for minutes, and its body is a
 * page of Python; as a 400 it ends the run at once, with the operation that moto cannot do.
 */
export function withoutCrash(request: AwsRequest, answer: Answer): Answer {
  if (answer.status !== 500) return answer;
  const title = /<title>([^<]*?)\s*(?:\/\/ Werkzeug Debugger)?\s*<\/title>/.exec(answer.body.toString());
  const text = `The emulator cannot do ${request.service}: ${request.operation} (${title?.[1] ?? 'crash'})`;
  return errorAnswer(new AwsError('SandboxGap', text), request.dialect);
}

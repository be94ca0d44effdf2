import type { IncomingMessage, IncomingHttpHeaders } from 'node:http';

/** A JSON object as it came over the wire. */
export type Json = Record<string, unknown>;

/** A call that came through, for tests and for the walk-through. */
export interface Call {
  readonly service: string;
  readonly operation: string;
  readonly region: string;
  readonly accessKeyId: string;
}

const DEFAULT_REGION = 'us-east-1';

/**
 * One call to AWS: which service and operation it means, and its body where it has been read.
 * Object data streams through and is read only if a gap asks for it.
 */
export class AwsRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly host: string;
  readonly service: string;
  readonly region: string;
  readonly accessKeyId: string;
  private body: Buffer | undefined;

  constructor(readonly incoming: IncomingMessage) {
    // A client that goes through the proxy writes the whole URL; one that talks to it directly, the path.
    const url = new URL(incoming.url ?? '/', `http://${incoming.headers.host ?? 'localhost'}`);
    this.method = incoming.method ?? 'GET';
    this.path = url.pathname;
    this.query = url.searchParams;
    this.headers = incoming.headers;
    this.host = url.host;
    const scope = /Credential=([^/]+)\/\d+\/([^/]+)\/([^/]+)\//.exec(incoming.headers.authorization ?? '');
    this.accessKeyId = scope?.[1] ?? '';
    this.region = scope?.[2] ?? DEFAULT_REGION;
    this.service = (scope?.[3] ?? (this.path.startsWith('/moto-api') ? 'moto' : 's3')).toLowerCase();
  }

  /** The path and query, as they were sent. */
  get target(): string {
    const search = /\?.*$/.exec(this.incoming.url ?? '')?.[0] ?? '';
    return this.path + search;
  }

  /** The operation: by `X-Amz-Target`, by `Action` in a form, by a path of one word, else method and path. */
  get operation(): string {
    const target = this.headers['x-amz-target'];
    if (typeof target === 'string') return target.slice(target.lastIndexOf('.') + 1);
    const named = this.form()?.get('Action') ?? /^\/([A-Z]\w+)$/.exec(this.path)?.[1];
    return named ?? `${this.method} ${this.path}`;
  }

  /** How the client wants its errors. */
  get dialect(): 'json' | 'query' | 's3' {
    if (this.service === 's3') return 's3';
    return /json/.test(this.headers['content-type'] ?? '') ? 'json' : 'query';
  }

  /** True for bodies that name the operation or its arguments: worth reading ahead, unlike object data. */
  get isSmall(): boolean {
    return this.dialect === 'json' || /x-www-form-urlencoded/.test(this.headers['content-type'] ?? '');
  }

  /** The body so far read, if any. */
  get bytes(): Buffer | undefined {
    return this.body;
  }

  /** Reads the whole body, once. */
  async read(): Promise<Buffer> {
    if (this.body) return this.body;
    const chunks: Buffer[] = [];
    for await (const chunk of this.incoming) chunks.push(chunk as Buffer);
    this.body = Buffer.concat(chunks);
    return this.body;
  }

  /** Replaces the body: what moto is to see instead. */
  replaceBody(text: string): void {
    this.body = Buffer.from(text);
  }

  /** The body as JSON; an empty object where it is none. */
  json(): Json {
    try {
      return JSON.parse(this.body?.toString() || '{}') as Json;
    } catch {
      return {};
    }
  }

  /** The body of a form-encoded call. */
  form(): URLSearchParams | undefined {
    const isForm = /x-www-form-urlencoded/.test(this.headers['content-type'] ?? '');
    return isForm && this.body ? new URLSearchParams(this.body.toString()) : undefined;
  }

  /** An argument of a form-encoded call. */
  argument(name: string): string | undefined {
    return this.form()?.get(name) ?? undefined;
  }
}

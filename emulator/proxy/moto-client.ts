import { AwsError } from './answer';
import type { Json } from './request';
import { tagged } from './xml';

/** Who calls moto from inside the sandbox, and where. */
export interface Place {
  readonly account: string;
  readonly region: string;
}

/** Who holds an access key. */
export interface Identity {
  readonly arn: string;
  readonly account: string;
  /** As `aws:userid` has it. */
  readonly id: string;
}

/** The sandbox's own way to moto: past the gaps, as any account, in any region; with a key, as its holder. */
export class MotoClient {
  constructor(
    private readonly port: number,
    private readonly key?: string,
  ) {}

  /** A call of a JSON service, by its `X-Amz-Target`. */
  async json(place: Place, service: string, target: string, body: Json = {}): Promise<Json> {
    const answer = await this.send(place, service, '/', {
      method: 'POST',
      headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': target },
      body: JSON.stringify(body),
    });
    return JSON.parse((await answer.text()) || '{}') as Json;
  }

  /** A call of a form-encoded service (IAM, STS, EC2, …); answers XML. */
  async query(
    place: Place,
    service: string,
    version: string,
    parameters: Record<string, string>,
  ): Promise<string> {
    const answer = await this.send(place, service, '/', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
      body: new URLSearchParams({ ...parameters, Version: version }).toString(),
    });
    return answer.text();
  }

  /** A call of a REST service; answers the text as it is. */
  async get(place: Place, service: string, path: string, method = 'GET', body?: Json): Promise<string> {
    const sent = body ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {};
    return (await this.send(place, service, path, { method, ...sent })).text();
  }

  /** Who holds an access key, as moto's STS sees it. */
  async callerIdentity(accessKeyId: string, region: string): Promise<Identity> {
    const text = await this.request('sts', region, '/', accessKeyId, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
      body: 'Action=GetCallerIdentity&Version=2011-06-15',
    }).then((answer) => answer.text());
    const [arn = '', account = '', id = ''] = ['Arn', 'Account', 'UserId'].map(
      (name) => tagged(text, name)[0],
    );
    return { arn, account, id };
  }

  private async send(place: Place, service: string, path: string, init: RequestInit): Promise<Response> {
    const account = this.key ? {} : { 'x-moto-account-id': place.account, 'x-amz-account-id': place.account };
    const headers = { ...(init.headers as Record<string, string>), ...account };
    const answer = await this.request(service, place.region, path, this.key ?? 'sandbox', {
      ...init,
      headers,
    });
    if (answer.ok) return answer;
    const text = await answer.text();
    throw new AwsError(codeIn(text) ?? 'SandboxFailure', text.slice(0, 2000), answer.status);
  }

  private request(
    service: string,
    region: string,
    path: string,
    key: string,
    init: RequestInit,
  ): Promise<Response> {
    const credential = `Credential=${key}/20250101/${region}/${service}/aws4_request`;
    const authorization = `AWS4-HMAC-SHA256 ${credential}, SignedHeaders=host, Signature=0`;
    return fetch(`http://127.0.0.1:${this.port}${path}`, {
      ...init,
      headers: { ...(init.headers as Record<string, string>), authorization },
    });
  }
}

/** The code of an error in either dialect; none in a page of Python, which may be no XML. */
function codeIn(text: string): string | undefined {
  const json = /"__type":\s*"([^"]+)"/.exec(text)?.[1];
  if (json !== undefined) return json;
  try {
    return tagged(text, 'Code')[0];
  } catch {
    return undefined;
  }
}

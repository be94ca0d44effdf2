import type { MotoClient, Place } from './moto-client';
import type { AwsRequest, Call } from './request';

/** Who stands behind an access key; moto never changes that, so it is asked once per key. */
export class Callers {
  private readonly known = new Map<string, Promise<{ arn: string; account: string }>>();

  constructor(private readonly moto: MotoClient) {}

  /** The account and region that a request works in. */
  async place(request: AwsRequest): Promise<Place> {
    const forced = request.headers['x-moto-account-id'];
    const account = typeof forced === 'string' ? forced : (await this.identity(request)).account;
    return { account, region: request.region };
  }

  /** The ARN of the sender. */
  async caller(request: AwsRequest): Promise<string> {
    return (await this.identity(request)).arn;
  }

  /** The places that calls went to, each once, after the one that is always among them. */
  async placesOf(calls: readonly Call[], first: Place): Promise<Place[]> {
    const places = new Map([[`${first.account}/${first.region}`, first]]);
    for (const call of calls) {
      if (call.accessKeyId === '') continue;
      const { account } = await this.identity(call);
      places.set(`${account}/${call.region}`, { account, region: call.region });
    }
    return [...places.values()];
  }

  private identity(call: Pick<Call, 'accessKeyId' | 'region'>): Promise<{ arn: string; account: string }> {
    const key = call.accessKeyId;
    const known = this.known.get(key) ?? this.moto.callerIdentity(key, call.region);
    this.known.set(key, known);
    return known;
  }
}

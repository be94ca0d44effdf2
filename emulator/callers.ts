import type { MotoClient, Place } from './call';
import type { AwsRequest } from './request';

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

  private identity(request: AwsRequest): Promise<{ arn: string; account: string }> {
    const key = request.accessKeyId;
    const known = this.known.get(key) ?? this.moto.callerIdentity(key, request.region);
    this.known.set(key, known);
    return known;
  }
}

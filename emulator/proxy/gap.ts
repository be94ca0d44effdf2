import type { Answer } from './answer';
import type { MotoClient, Place } from './moto-client';
import type { AwsRequest } from './request';

/** Sends the request on to moto and reads the whole answer. */
export type Forward = (request: AwsRequest) => Promise<Answer>;

/** What a gap may use besides the request. */
export interface GapContext {
  readonly moto: MotoClient;
  /** The account that a request's key belongs to, and the region it is for. */
  place(request: AwsRequest): Promise<Place>;
  /** The ARN of who sent a request. */
  caller(request: AwsRequest): Promise<string>;
}

/** One thing that moto does otherwise than AWS, and how it is put right. */
export interface Gap {
  readonly name: string;
  matches(request: AwsRequest): boolean;
  handle(request: AwsRequest, forward: Forward): Promise<Answer>;
  /** What the gap itself keeps, for the inventory. */
  inventory?(): Holding[];
}

/** Something that exists in the sandbox. */
export interface Holding {
  readonly service: string;
  readonly type: string;
  readonly id: string;
}

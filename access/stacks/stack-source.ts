import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { partitionOf } from '../../core/platform/partition';
import { stackPlans } from '../../core/platform/stacks';
import type { ResourceOrigin } from '../../core/stack/origin';
import type { Synthesized } from '../../core/synthesize';

/** A block of Terraform's JSON: the arguments of a resource or data source. */
export type Block = Readonly<Record<string, unknown>>;

/** The blocks of a kind: type → id → arguments. */
export type Blocks = Readonly<Record<string, Readonly<Record<string, Block>>>>;

/** What Terraform will be given for one stack, and where it will stand. */
export interface StackSource {
  readonly id: string;
  /** Twelve digits; {@link unknownAccount} where the environment says `default`. */
  readonly account: string;
  readonly region: string;
  readonly partition: string;
  readonly resource: Blocks;
  readonly data: Blocks;
  /** The provider's `default_tags`. */
  readonly tags: Readonly<Record<string, string>>;
  /** ARN of the identity that deploys, where the YAML states it. */
  readonly deployRoleArn: string | undefined;
  readonly origins: ReadonlyMap<string, ResourceOrigin>;
}

/** Stands for the account of `account: default`: no account has it. */
export const unknownAccount = '000000000000';

/** Stands for the region of `region: default`: ARNs need one, and no answer depends on which. */
export const unknownRegion = 'us-east-1';

/** What `default` stands for. */
export interface Where {
  readonly account: string;
  readonly region: string;
}

/** Nowhere in particular: answers do not depend on it. */
export const somewhere: Where = { account: unknownAccount, region: unknownRegion };

/** Reads `stacks/<id>/cdk.tf.json` of every stack below the folder that was synthesized into. */
export function readStacks(
  synthesized: Pick<Synthesized, 'platform' | 'origins'>,
  outdir: string,
  where = somewhere,
): readonly StackSource[] {
  return stackPlans(synthesized.platform).map(({ id, environment }) => {
    const json = JSON.parse(readFileSync(join(outdir, 'stacks', id, 'cdk.tf.json'), 'utf8')) as {
      readonly resource?: Blocks;
      readonly data?: Blocks;
    };
    return {
      id,
      account: environment.account ?? where.account,
      region: environment.region ?? where.region,
      partition: partitionOf(environment.region ?? where.region) ?? 'aws',
      resource: json.resource ?? {},
      data: json.data ?? {},
      tags: environment.tags,
      deployRoleArn: environment.deployRoleArn,
      origins: synthesized.origins.get(id) ?? new Map(),
    };
  });
}

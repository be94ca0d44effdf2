import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StatedSite } from '../../aws/site';
import { partitionOf } from '../../aws/regions';
import { stackPlans } from '../../core/platform/stacks';
import type { Origin } from '../../core/blueprint/element';
import type { Synthesized } from '../../core/synthesize';

/** A block of Terraform's JSON: the arguments of a resource or data source. */
export type Block = Readonly<Record<string, unknown>>;

/** The blocks of a kind: type → id → arguments. */
export type Blocks = Readonly<Record<string, Readonly<Record<string, Block>>>>;

/**
 * What Terraform will be given for one stack, and where it will stand: {@link unknownAccount} and
 * {@link unknownRegion} where the environment says `default`.
 */
export interface StackSource extends StatedSite {
  readonly id: string;
  readonly partition: string;
  readonly resource: Blocks;
  readonly data: Blocks;
  /** The provider's `default_tags`. */
  readonly tags: Readonly<Record<string, string>>;
  /** ARN of the identity that deploys, where the YAML states it. */
  readonly deployRoleArn: string | undefined;
  readonly origins: ReadonlyMap<string, Origin>;
  /** Where the provider's aliases lead, by what a block says under `provider`. */
  readonly aliases: ReadonlyMap<string, StatedSite>;
}

/** Stands for the account of `account: default`: no account has it. */
export const unknownAccount = '000000000000';

/** Stands for the region of `region: default`: ARNs need one, and no answer depends on which. */
export const unknownRegion = 'us-east-1';

/** Nowhere in particular: answers do not depend on it. */
export const somewhere: StatedSite = { account: unknownAccount, region: unknownRegion };

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
      readonly provider?: { readonly aws?: readonly ProviderBlock[] };
    };
    const own = { account: environment.account ?? where.account, region: environment.region ?? where.region };
    return {
      id,
      ...own,
      partition: partitionOf(own.region),
      resource: json.resource ?? {},
      data: json.data ?? {},
      tags: environment.tags,
      deployRoleArn: environment.deployRoleArn,
      origins: synthesized.origins.get(id) ?? new Map(),
      aliases: aliasesOf(json.provider?.aws ?? [], own),
    };
  });
}

interface ProviderBlock {
  readonly alias?: string;
  readonly region?: string;
  readonly allowed_account_ids?: readonly string[];
}

function aliasesOf(providers: readonly ProviderBlock[], own: StatedSite): ReadonlyMap<string, StatedSite> {
  return new Map(
    providers.flatMap(({ alias, region = own.region, allowed_account_ids: [account = own.account] = [] }) =>
      alias === undefined ? [] : [[`aws.${alias}`, { account, region }] as const],
    ),
  );
}

/** The stack as a block sees it: one that goes through an alias of the provider stands at another site. */
export function placedAt(stack: StackSource, block: Block | undefined): StackSource {
  const site = typeof block?.provider === 'string' ? stack.aliases.get(block.provider) : undefined;
  return site ? { ...stack, ...site } : stack;
}

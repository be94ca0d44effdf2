/**
 * An account and a region of it, in the partition of the region (`partitionOf`). Undefined stands for `default`: what
 * whoever deploys is logged in to, which only Terraform knows.
 */
export interface Site {
  readonly account: string | undefined;
  readonly region: string | undefined;
}

/** A site that is stated in full. */
export interface StatedSite extends Site {
  readonly account: string;
  readonly region: string;
}

/** Another site, as far as it differs from the own one. */
export interface OtherSite {
  readonly account?: string;
  readonly region?: string;
}

/** Same account and same region; `default` equals only `default`. */
export function sameSite(a: Site, b: Site): boolean {
  return a.account === b.account && a.region === b.region;
}

/** The site that is meant from a site; what is left out is that of the own one. */
export function siteFrom(own: Site, { account = own.account, region = own.region }: OtherSite): Site {
  return { account, region };
}

/** A site as one word, for keys; `default` equals only `default`. */
export function siteKey({ account = 'default', region = 'default' }: Site): string {
  return `${account}/${region}`;
}

/** A site, for people. */
export function describeSite({ account, region }: Site): string {
  if (account === undefined && region === undefined) return 'the default account and region';
  return `${account ?? 'the default account'}/${region ?? 'the default region'}`;
}

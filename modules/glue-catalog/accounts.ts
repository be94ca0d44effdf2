import type { GlueCatalogConfig } from './config';

/** Other accounts by what they do; the own account is none of them. */
export interface OtherAccounts {
  /** Read the catalog, and decrypt with its key. */
  readonly consumers: readonly string[];
  /** Use the key in full. */
  readonly keyUsers: readonly string[];
  /** {@link consumers} and {@link keyUsers}. */
  readonly keyConsumers: readonly string[];
  /** Catalogs for Athena: name → account. */
  readonly producers: Readonly<Record<string, string>>;
}

/** Accounts of a configuration, each once; `own` is undefined, or a token, where it is not known yet. */
export function otherAccounts(config: GlueCatalogConfig, own: string | undefined): OtherAccounts {
  const consumers = Object.values(config.consumerAccounts);
  const keyUsers = Object.values(config.kmsKeyConsumerAccounts);
  const others = (ids: readonly string[]): readonly string[] =>
    [...new Set(ids)].filter((id) => id !== own).sort();
  return {
    consumers: others(consumers),
    keyUsers: others(keyUsers),
    keyConsumers: others([...consumers, ...keyUsers]),
    producers: Object.fromEntries(Object.entries(config.producerAccounts).filter(([, id]) => id !== own)),
  };
}

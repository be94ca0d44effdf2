/** Plain data, as YAML and JSON can hold it. */
export type RecordValue =
  string | number | boolean | null | readonly RecordValue[] | { readonly [key: string]: RecordValue };

/** What the lock file records of a module: what may not change, and names that were given. */
export type ModuleRecord = { readonly [key: string]: RecordValue };

/** Recorded modules: definition → `<domain>/<environment>/<module>` → record. */
export type Records = Readonly<Record<string, Readonly<Record<string, ModuleRecord>>>>;

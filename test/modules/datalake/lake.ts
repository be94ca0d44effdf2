type Options = Readonly<Record<string, unknown>>;

/** The prefix of all names. */
export const prefix = 'test-org-test-env-test-domain-test-module';

/** A role known by its unique id. */
export const role = (name: string) => ({ id: `AROA${name.toUpperCase()}` });

/** A lake with one zone, `raw`: administrators everywhere, readers below `data/`. */
export function lake(bucket: Options = {}, added: Options = {}) {
  return {
    roles: { admins: [role('admin')], readers: [role('reader')] },
    accessPolicies: {
      root: { rule: { prefix: '/', ReadWriteSuperRoles: ['admins'] } },
      data: { rule: { prefix: 'data/', ReadRoles: ['readers'] } },
    },
    buckets: { raw: { accessPolicies: ['root', 'data'], ...bucket } },
    ...added,
  };
}

/** A lake whose zone `raw` has one lifecycle rule, `old`. */
export function aging(rule: Options) {
  return lake(
    { lifecycleConfiguration: 'archive' },
    { lifecycleConfigurations: { archive: { old: { Status: 'Enabled', ...rule } } } },
  );
}

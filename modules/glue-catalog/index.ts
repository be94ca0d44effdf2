import { defineModule } from '../../core/module/define-module';
import { otherAccounts } from './accounts';
import { checkCatalog } from './check';
import { glueCatalogConfig } from './config';
import { catalogNames, keyParameter } from './names';
import { build } from './module';

/** The Glue catalog of an account and region. */
export const glueCatalog = defineModule({
  name: 'glue-catalog',
  summary: 'Encryption of the Glue catalog, and access to it and from it across accounts',
  config: glueCatalogConfig,
  declares(config, names, { account }) {
    const { consumers, keyConsumers, producers } = otherAccounts(config, account);
    const { key, share } = catalogNames(names);
    const hasPolicy =
      consumers.length > 0 ||
      Object.values(config.accessPolicies).some(
        ({ readPrincipalArns, writePrincipalArns }) =>
          readPrincipalArns.length + writePrincipalArns.length > 0,
      );
    return {
      publishes: [names.path('kms/arn'), names.path('kms/id'), keyParameter],
      claims: ['glue catalog encryption', ...(hasPolicy ? (['glue catalog policy'] as const) : [])],
      names: [
        { kind: 'kms alias', name: key },
        ...(keyConsumers.length > 0 ? [{ kind: 'ram share' as const, name: share }] : []),
        ...Object.keys(producers).map((name) => ({ kind: 'athena data catalog' as const, name })),
      ],
    };
  },
  check: checkCatalog,
  build,
});

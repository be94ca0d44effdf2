import { maxLength } from '../../core/naming/hash';
import type { Names } from '../../core/naming/names';
import type { PhysicalName } from '../../core/platform/declaration';
import type { DatabaseConfig, DataopsProjectConfig } from './config';

/** The names of what every project has. */
export function projectNames(names: Names) {
  return {
    bucket: names.resource(undefined, maxLength['s3 bucket']),
    keyAlias: names.resource('cmk', maxLength['kms alias']),
    lakeFormationRole: names.resource('lake-formation', maxLength['iam role']),
    workgroup: names.resource(),
    workgroupUsage: names.resource('wg-usage', maxLength['iam policy']),
    catalogKeyAccess: names.resource('catalog-key-access', maxLength['iam policy']),
    securityConfiguration: names.resource(),
    topic: names.resource('dataops-sns-topic', maxLength['sns topic']),
  };
}

/** The physical name of a database. */
export function databaseName(names: Names, key: string, config: DatabaseConfig): string {
  const name = config.verbatimName ? key : names.resource(key);
  return config.icebergCompliantName ? name.replaceAll('-', '_') : name;
}

/** The name of the resource links to a database. */
export function linkName(names: Names, key: string, config: DatabaseConfig): string {
  return config.lakeFormation.createCrossAccountResourceLinkName ?? databaseName(names, key, config);
}

/** The name of the rule that watches the crawler of a database. */
export function monitorName(names: Names, database: string): string {
  return names.resource(`${database}-monitor`, maxLength['events rule']);
}

/** Every name that AWS will see. */
export function physicalNames(config: DataopsProjectConfig, names: Names): readonly PhysicalName[] {
  const own = projectNames(names);
  const named = (kind: PhysicalName['kind'], keys: object): readonly PhysicalName[] =>
    Object.keys(keys).map((key) => ({ kind, name: names.resource(key) }));
  return [
    { kind: 's3 bucket', name: own.bucket },
    { kind: 'kms alias', name: own.keyAlias },
    { kind: 'iam role', name: own.lakeFormationRole },
    { kind: 'athena workgroup', name: own.workgroup },
    { kind: 'iam policy', name: own.workgroupUsage },
    { kind: 'iam policy', name: own.catalogKeyAccess },
    { kind: 'glue security configuration', name: own.securityConfiguration },
    { kind: 'sns topic', name: own.topic },
    ...named('security group', config.securityGroupConfigs),
    ...named('glue connection', config.connections),
    ...named('glue classifier', config.classifiers),
    ...config.lakeFormation.lfTags.map(({ tagKey }): PhysicalName => ({ kind: 'lf tag', name: tagKey })),
    ...Object.entries(config.databases).flatMap(([key, database]) => namesOfDatabase(names, key, database)),
  ];
}

function namesOfDatabase(names: Names, key: string, config: DatabaseConfig): readonly PhysicalName[] {
  const name = databaseName(names, key, config);
  const link = linkName(names, key, config);
  const linked = config.lakeFormation.createCrossAccountResourceLinkAccounts.length > 0 && link !== name;
  return [
    { kind: 'glue database', name },
    ...(linked ? [{ kind: 'glue database', name: link } as const] : []),
    ...(config.crawler
      ? ([
          { kind: 'glue crawler', name: names.resource(key) },
          { kind: 'events rule', name: monitorName(names, key) },
        ] as const)
      : []),
  ];
}

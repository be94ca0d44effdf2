import type { EnvironmentFacts, PivotIdentity } from '../facts';
import type { PivotFacts } from './statements';

/** What the policies of an environment's pivot role name. */
export function pivotFacts(facts: EnvironmentFacts, pivot: PivotIdentity): PivotFacts {
  const { config, location, names, parameterRoot } = facts;
  const imports = Object.values(config.datasets).flatMap(({ import: imported }) => imported ?? []);
  return {
    location,
    prefixes: names.prefixes,
    roleArn: pivot.arn,
    roleName: pivot.name,
    features: config.features,
    parameterRoot,
    buckets: imports.map(({ bucketName }) => bucketName),
    keyAliases: imports.flatMap(({ kmsKeyAlias }) =>
      kmsKeyAlias === undefined ? [] : [`alias/${kmsKeyAlias.replace(/^alias\//, '')}`],
    ),
    consumptionRoleArns: Object.values(config.consumptionRoles).map(({ roleArn }) => roleArn),
    boundaryArn: config.permissionsBoundaryArn,
  };
}

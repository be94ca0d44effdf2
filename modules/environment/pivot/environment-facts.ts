import { roleArnOf, type EnvironmentFacts, type PivotIdentity } from '../facts';
import type { PivotFacts } from './statements';

/** What the policies of an environment's pivot role name. */
export function pivotFacts(facts: EnvironmentFacts, pivot: Pick<PivotIdentity, 'name' | 'arn'>): PivotFacts {
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
    ...otherRoles(facts),
    boundaryArn: config.permissionsBoundaryArn,
  };
}

/** Roles that no prefix covers: those of teams and datasets that have names of their own, and consumption roles. */
function otherRoles({
  config,
  location,
  names,
  teams,
}: EnvironmentFacts): Pick<PivotFacts, 'otherRoleArns' | 'consumptionRoleArns'> {
  const unprefixed = (arn: string): boolean =>
    !names.prefixes.some((prefix) => arn.startsWith(roleArnOf(location, `${prefix}-`)));
  const ofTeams = teams.map(({ role }) => role).filter(({ arn }) => unprefixed(arn));
  const ofDatasets = Object.values(config.datasets).flatMap(({ import: imported }) =>
    imported?.adminRoleName === undefined ? [] : [roleArnOf(location, imported.adminRoleName)],
  );
  // Of the others the user attaches policies.
  const managed = Object.values(config.consumptionRoles).filter(({ management }) => management === 'full');
  return {
    otherRoleArns: [...ofTeams.map(({ arn }) => arn), ...ofDatasets.filter(unprefixed)],
    consumptionRoleArns: [
      ...managed.map(({ roleArn }) => roleArn),
      ...ofTeams.filter(({ attach }) => attach).map(({ arn }) => arn),
    ],
  };
}

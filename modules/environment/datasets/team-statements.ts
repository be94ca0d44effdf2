import type { PolicyStatement } from '../../../aws/iam/statement';
import { inParts } from '../../../aws/iam/pack';
import type { EnvironmentFacts } from '../facts';
import type { EnvironmentTeam } from '../team-facts';
import { datasetsOf } from './facts';
import {
  catalogArn,
  databaseArns,
  listActions,
  readWriteActions,
  tableActions,
  throughAlias,
} from './role-statements';

/**
 * What the role of a team needs for the datasets that the team owns. Buckets and keys that are made here let the team
 * in by their own policies, and databases by their tags, so only what is imported takes room.
 */
export function teamDataStatements(
  facts: EnvironmentFacts,
  team: EnvironmentTeam,
): readonly PolicyStatement[] {
  const { location } = facts;
  const owned = datasetsOf(facts).filter((dataset) => dataset.team?.name === team.name);
  const imported = owned.filter((dataset) => dataset.imported);
  const buckets = imported.map(({ bucketArn }) => bucketArn);
  const databases = owned.filter(({ databaseMade }) => !databaseMade).map(({ database }) => database);
  return [
    {
      // These lists know no resource.
      sid: 'ListAll',
      actions: ['s3:ListAllMyBuckets', 's3:ListAccessPoints', 'kms:ListAliases', 'kms:ListKeys'],
      resources: ['*'],
    },
    ...inParts(buckets, (resources) => ({ sid: 'ImportedBuckets', actions: listActions, resources })),
    ...inParts(buckets, (some) => ({
      sid: 'ImportedObjects',
      actions: readWriteActions,
      resources: some.map((arn) => `${arn}/*`),
    })),
    ...inParts(
      imported.flatMap(({ keyAlias }) => keyAlias ?? []),
      (aliases) => throughAlias(location, aliases),
    ),
    ...inParts(databaseArns(location, databases), (some) => ({
      sid: 'ImportedDatabases',
      actions: tableActions,
      resources: [catalogArn(location), ...some],
    })),
  ];
}

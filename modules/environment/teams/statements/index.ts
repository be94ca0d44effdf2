import type { PolicyStatement } from '../../../../aws/iam/statement';
import { featureOf } from '../../features';
import type { Permission } from '../../permissions';
import { athena } from './athena';
import { base } from './base';
import { bucket } from './bucket';
import { cloudformation } from './cloudformation';
import { databrew } from './databrew';
import type { TeamFacts } from './facts';
import { glueCatalog } from './glue-catalog';
import { glueEtl } from './glue-etl';
import { joined } from './join';
import { omics } from './omics';
import { parameters } from './parameters';
import { pipelines } from './pipelines';
import { queues } from './queues';
import { quicksight } from './quicksight';
import { notebooks } from './sagemaker-notebooks';
import { studio } from './sagemaker-studio';
import { sagemaker } from './sagemaker';
import { secrets } from './secrets';

export type { TeamFacts } from './facts';

type Concern = (facts: TeamFacts) => readonly PolicyStatement[];

/** What every team has, whatever it was granted. */
const always: readonly Concern[] = [
  ...[base, bucket, athena, cloudformation, secrets, parameters, queues, glueCatalog, glueEtl],
];

/** What permissions add in AWS; the others are for Terralake alone, or (`RUN_ATHENA_QUERY`) for what everybody has. */
const granted: Partial<Record<Permission, readonly Concern[]>> = {
  CREATE_DATASET: [databrew],
  CREATE_NOTEBOOK: [sagemaker, notebooks],
  CREATE_SGMSTUDIO_USER: [sagemaker, studio],
  CREATE_DASHBOARD: [quicksight],
  CREATE_PIPELINE: [pipelines],
  CREATE_OMICS_RUN: [omics],
};

/** The statements of a team's role: what is there for a permission stands only if its feature is on as well. */
export function teamStatements(facts: TeamFacts): readonly PolicyStatement[] {
  const wanted = Object.entries(granted).flatMap(([permission, concerns]) =>
    holds(facts, permission as Permission) ? concerns : [],
  );
  return joined([...new Set([...always, ...wanted])].flatMap((concern) => concern(facts)));
}

function holds({ permissions, features }: TeamFacts, permission: Permission): boolean {
  const feature = featureOf[permission];
  return permissions.has(permission) && (feature === undefined || features[feature]);
}

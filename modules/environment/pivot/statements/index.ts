import type { PolicyStatement } from '../../../../aws/iam/statement';
import { core } from './core';
import { dashboards } from './dashboards';
import { datasets } from './datasets';
import type { PivotFacts } from './facts';
import { mlStudio } from './ml-studio';
import { networks, notebooks } from './notebooks';
import { omics } from './omics';
import { pipelines } from './pipelines';
import { self } from './self';
import { shares } from './shares';
import { subscriptions } from './subscriptions';
import { worksheets } from './worksheets';

export type { PivotFacts, PivotReach } from './facts';

/**
 * Everything a pivot role may do: the central account calls AWS through it, and takes the roles of teams from it.
 * What Terraform makes (buckets, keys, databases, roles, topics) the role can neither make, delete nor tag. Redshift
 * is left out: environments have no Redshift connections, and what AWS offers for them reaches whole clusters.
 */
export function pivotStatements(facts: PivotFacts): readonly PolicyStatement[] {
  const { features } = facts;
  return [
    ...self(facts),
    ...core(facts),
    ...datasets(facts),
    ...shares(facts),
    ...worksheets(facts),
    ...(features.notebooks ? notebooks(facts) : []),
    ...(features.mlStudio ? mlStudio(facts) : []),
    ...(features.notebooks || features.mlStudio ? networks() : []),
    ...(features.dashboards ? dashboards(facts) : []),
    ...(features.pipelines ? pipelines(facts) : []),
    ...(features.omics ? omics(facts) : []),
    ...(features.subscriptions ? subscriptions(facts) : []),
  ];
}

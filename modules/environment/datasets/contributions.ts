import type { PolicyStatement } from '../../../aws/iam/statement';
import type { DatasetFacts } from './facts';

/** What shares add to the policies of a dataset that is made here. They are whole documents, so nobody else writes them. */
export interface DatasetContributions {
  /** Statements of the bucket's policy. */
  readonly bucketStatements: readonly PolicyStatement[];
  /** Statements of the policy of the bucket's key. */
  readonly keyStatements: readonly PolicyStatement[];
}

/** What is added to a dataset; computed from all accepted shares of the platform. */
export type Contributing = (dataset: DatasetFacts) => DatasetContributions;

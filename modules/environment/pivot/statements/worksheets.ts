import type { PolicyStatement } from '../../../../aws/iam/statement';
import { of, prefixed, type PivotFacts } from './facts';

/** Queries in the workgroups of the environment, for worksheets and for the preview of datasets. */
export function worksheets(facts: PivotFacts): readonly PolicyStatement[] {
  return [
    {
      sid: 'AthenaWorkgroups',
      actions: of('athena', 'GetWorkGroup', 'StartQueryExecution', 'GetQueryExecution', 'GetQueryResults'),
      resources: prefixed(facts, 'athena', 'workgroup/'),
    },
  ];
}

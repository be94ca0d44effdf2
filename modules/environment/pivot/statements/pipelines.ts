import type { PolicyStatement } from '../../../../aws/iam/statement';
import { of, prefixed, type PivotFacts } from './facts';

/** To make and fill the repositories of pipelines. */
export function pipelines(facts: PivotFacts): readonly PolicyStatement[] {
  return [
    {
      sid: 'CodeCommit',
      actions: of(
        'codecommit',
        ...['CreateRepository', 'GetRepository', 'DeleteRepository', 'GitPull', 'GitPush'],
        ...['ListBranches', 'GetBranch', 'CreateBranch', 'GetCommit', 'CreateCommit'],
        ...['GetFolder', 'GetFile', 'PutFile', 'TagResource'],
      ),
      resources: prefixed(facts, 'codecommit'),
    },
  ];
}

import type { PolicyStatement } from '../../../../../aws/iam/statement';
import type { TeamFacts } from '../facts';
import { making, of, owned, prefixed } from '../scope';

/**
 * Repositories, for accounts that have CodeCommit already. Templates of approval rules are the account's, and names
 * stay: a repository could lose its prefix.
 */
export function codecommit(facts: TeamFacts): readonly PolicyStatement[] {
  const resources = prefixed(facts, 'codecommit', '');
  return [
    {
      sid: 'CodeCommitList',
      actions: of('codecommit', 'GetApprovalRuleTemplate', 'ListApprovalRuleTemplates', 'ListRepositories'),
      resources: ['*'],
    },
    {
      sid: 'CodeCommitMake',
      actions: of('codecommit', 'CreateRepository', 'TagResource'),
      resources,
      conditions: making(facts),
    },
    {
      sid: 'CodeCommitOwn',
      actions: of(
        'codecommit',
        // None of the verbs with a star takes tags off.
        ...['BatchDescribe*', 'BatchGet*', 'Create*', 'Delete*', 'Describe*', 'Evaluate*', 'Get*'],
        ...['GitPull', 'GitPush', 'List*', 'Merge*', 'Post*', 'PutCommentReaction', 'PutFile'],
        ...['UpdateComment', 'UpdateDefaultBranch', 'UpdatePullRequest*', 'UpdateRepositoryDescription'],
      ),
      resources,
      conditions: owned(facts),
    },
  ];
}

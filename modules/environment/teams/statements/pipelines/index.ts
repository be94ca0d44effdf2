import type { PolicyStatement } from '../../../../../aws/iam/statement';
import { passRole } from '../base';
import type { TeamFacts } from '../facts';
import { writingLogs } from '../logs';
import { codebuild } from './codebuild';
import { codecommit } from './codecommit';
import { codepipeline } from './codepipeline';
import { lambda } from './lambda';
import { stepfunctions } from './stepfunctions';

/** From the repository over the build to what runs. */
export function pipelines(facts: TeamFacts): readonly PolicyStatement[] {
  const groups = facts.prefixes.flatMap((prefix) => [
    `/aws/codebuild/${prefix}-*`,
    `/aws/lambda/${prefix}-*`,
  ]);
  return [
    ...[codecommit, codepipeline, codebuild, lambda, stepfunctions].flatMap((part) => part(facts)),
    passRole(facts, 'PipelinesPassRole', ['codebuild', 'codepipeline']),
    writingLogs(facts, 'PipelinesLogs', ...groups),
  ];
}

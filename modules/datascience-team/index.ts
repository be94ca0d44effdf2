import { unknownValue } from '../../aws/iam/size';
import { measuredValue } from '../../core/aws/user-statements';
import { defineModule, type ModuleContext } from '../../core/module/define-module';
import type { Names } from '../../core/naming/names';
import { partitionOf } from '../../aws/regions';
import { check } from './check';
import { datascienceTeamConfig, type TeamConfig } from './config';
import { physicalNames, teamNames } from './names';
import { declaredPolicies } from './policies';
import type { TeamFacts } from './policies/facts';
import { publishedPaths } from './published';
import { build } from './module';

/** A team of data scientists. */
export const datascienceTeam = defineModule({
  name: 'datascience-team',
  summary: 'A team of data scientists: bucket, key, workgroup, SageMaker Studio domain and policies',
  config: datascienceTeamConfig,
  declares({ team }, names, context) {
    const policies = declaredPolicies(team, measuredFacts(team, names, context));
    return {
      names: [...physicalNames(names, team), ...policies.names],
      publishes: [...publishedPaths(names, team), ...policies.publishes],
      after: ['lake formation settings'],
    };
  },
  check: ({ team }, names) => check(team, names),
  build: (scope, { team }) => {
    build(scope, team);
  },
});

/** What policies name, as far as it is known before Terraform runs: how many there are depends on their size. */
function measuredFacts(team: TeamConfig, names: Names, context: ModuleContext): TeamFacts {
  const { arn, sso } = team.teamExecutionRole;
  const own = teamNames(names, team);
  const value = measuredValue(context);
  const { studioDomainConfig: studio } = team;
  return {
    location: {
      partition: partitionOf(context.region) ?? unknownValue,
      region: context.region ?? unknownValue,
      account: context.account ?? unknownValue,
    },
    names,
    executionRoleArn: arn && !sso ? value(arn) : unknownValue,
    keyArn: unknownValue,
    bucketName: own.bucket,
    workgroup: own.workgroup,
    domain: studio && { id: unknownValue, arn: unknownValue, vpcId: value(studio.vpcId) },
    mlflowServer: team.mlflow?.enabled === true ? own.mlflowServer : undefined,
  };
}

import { managedPolicy } from '../../core/aws/managed-policy';
import { studioDomain, type StudioDomain } from '../../core/aws/studio/domain';
import { athenaWorkgroup } from '../../core/aws/workgroup';
import type { ModuleScope } from '../../core/module/scope';
import type { TeamConfig } from './config';
import { trackingRole, trackingServer } from './mlflow';
import { policyName, scriptLocation, teamNames } from './names';
import { teamPolicies } from './policies';
import type { TeamFacts } from './policies/facts';
import { spaces } from './spaces';
import { teamBucket, teamKey, utilDatabase } from './storage';
import type { People } from './storage-access';

/** A team: its key and bucket, its workgroup, its Studio domain, and the policies of its roles. */
export function build(scope: ModuleScope, config: TeamConfig): void {
  const who = people(scope, config);
  const own = teamNames(scope.names, config);
  const role = trackingRole(scope, config);
  const key = teamKey(scope, config, who);
  const bucket = teamBucket(scope, config, key, who, role);
  utilDatabase(scope, config, bucket);
  athenaWorkgroup(scope, 'athena', {
    name: own.workgroup,
    outputLocation: `s3://${bucket.name}/athena-results/`,
    keyArn: key.arn,
    names: own.athena,
  });
  const { studioDomainConfig: studio } = config;
  const location = scriptLocation(scope.names, config);
  const { executionRole } = who;
  const sharedSpaces =
    config.jupyterLab?.enabled === true && config.jupyterLab.defaultSharingType === 'Shared';
  const domain =
    studio && studioDomain(scope, { config: studio, executionRole, key, bucket, location, sharedSpaces });
  if (domain) spaces(scope, config, domain);
  trackingServer(scope, config, { role, key, bucket, domain });
  policies(scope, config, who, facts(scope, config, { who, keyArn: key.arn, domain }));
}

function people(scope: ModuleScope, config: TeamConfig): People {
  return {
    admins: config.dataAdminRoles.map((reference) => scope.role(reference)),
    executionRole: scope.role(config.teamExecutionRole),
    users: config.teamUserRoles.map((reference) => scope.role(reference)),
  };
}

function facts(
  scope: ModuleScope,
  config: TeamConfig,
  made: {
    readonly who: People;
    readonly keyArn: string;
    readonly domain: StudioDomain | undefined;
  },
): TeamFacts {
  const own = teamNames(scope.names, config);
  return {
    location: scope,
    names: scope.names,
    executionRoleArn: made.who.executionRole.arn,
    keyArn: made.keyArn,
    bucketName: own.bucket,
    workgroup: own.workgroup,
    domain: made.domain,
    mlflowServer: config.mlflow?.enabled === true ? own.mlflowServer : undefined,
  };
}

function policies(scope: ModuleScope, config: TeamConfig, who: People, known: TeamFacts): void {
  // A role that is given both as execution role and, immutable, as a user, stays what the execution role is.
  const people = who.users.filter(({ immutable }) => !immutable);
  for (const { suffix, key, statements, executionOnly, publishAt, names } of teamPolicies(known)) {
    managedPolicy(scope, ['policy', ...key], {
      name: (part) => policyName(scope.names, config, suffix, part),
      statements,
      attachTo: executionOnly ? [who.executionRole] : [...people, who.executionRole],
      publishAt,
      names,
    });
  }
}

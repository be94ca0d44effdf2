import type { ContextValues } from '../../../aws/iam/evaluate/context';
import { synthFiles, type StackJson } from '../../support/synth';
import { physical } from './access';

const role = (name: string) => ({ arn: physical.roleArn(name), id: physical.roleId(name) });

/** Two teams with a Studio domain each, two without. */
export const teams = ['alpha', 'beta', 'gamma', 'delta'] as const;
export type Team = (typeof teams)[number];
export const hasStudio = (team: Team) => team === 'alpha' || team === 'beta';

export const prefix = (team: Team) => `org-dev-science-${team}`;

/** The stack of an environment with all four, each with roles of its own. */
export async function fourTeams(): Promise<StackJson> {
  const modules = Object.fromEntries(
    teams.map((team) => [
      team,
      {
        module_path: 'datascience-team',
        module_config_data: {
          team: {
            dataAdminRoles: [role(`${team}admin`)],
            teamUserRoles: [role(`${team}user`)],
            teamExecutionRole: role(`${team}execution`),
            mlflow: { enabled: true },
            ...(hasStudio(team) && {
              studioDomainConfig: {
                authMode: 'IAM',
                vpcId: `vpc-${team}`,
                subnetIds: ['subnet-1'],
                userProfiles: { someone: { userRole: role(`${team}user`) } },
              },
            }),
          },
        },
      },
    ]),
  );
  const environment = { account: '111111111111', region: 'eu-west-1', modules };
  const { stack } = await synthFiles({
    'mdaa.yaml': { organization: 'org', domains: { science: { environments: { dev: environment } } } },
  });
  return stack('science-dev');
}

/** The tag of what a team makes: key and value. */
export const tagOf = (team: Team): readonly [string, string] =>
  hasStudio(team) ? ['sagemaker:domain-arn', physical.domainArn(team)] : ['terralake:team', prefix(team)];
/** The context of a request about something of a team. */
export const tagged = (team: Team): ContextValues => {
  const [key, value] = tagOf(team);
  return { [`aws:ResourceTag/${key}`]: value };
};
/** The context of a request that sets the tag of a team. */
export const tagging = (team: Team): ContextValues => {
  const [key, value] = tagOf(team);
  return { [`aws:RequestTag/${key}`]: value, 'aws:TagKeys': [key] };
};

/** Settings that the guardrail wants of a job. */
export const safe = (team: Team): ContextValues => ({
  'sagemaker:VolumeKmsKeyArn': physical.keyArn(team),
  'sagemaker:OutputKmsKeyArn': physical.keyArn(team),
  'sagemaker:InterContainerTrafficEncryption': 'true',
  'sagemaker:VpcSubnets': ['subnet-1'],
  'sagemaker:VpcSecurityGroupIds': ['sg-1'],
});

import { teamStatements, type TeamFacts } from '../../../../../modules/environment/teams/statements';
import type { Features } from '../../../../../modules/environment/features';
import { allPermissions } from '../../../../../modules/environment/permissions';
import type { PolicyStatement } from '../../../../../aws/iam/statement';

export const account = '111111111111';
export const region = 'eu-west-1';
export const roleArn = `arn:aws:iam::${account}:role/fin-data-science`;

export const allOn: Features = {
  notebooks: true,
  mlStudio: true,
  dashboards: true,
  pipelines: true,
  omics: true,
  subscriptions: true,
  awsAccess: true,
};

export const allOff: Features = {
  notebooks: false,
  mlStudio: false,
  dashboards: false,
  pipelines: false,
  omics: false,
  subscriptions: false,
  awsAccess: false,
};

/** A team that may do everything, but for what is said otherwise. */
export function team(otherwise: Partial<TeamFacts> = {}): TeamFacts {
  return {
    location: { partition: 'aws', region, account },
    prefixes: ['fin'],
    team: 'DataScience',
    roleArn,
    workgroups: ['fin-data-science'],
    bucket: 'fin-environment',
    bucketKeyArn: `arn:aws:kms:${region}:${account}:key/1`,
    permissions: new Set(allPermissions),
    features: allOn,
    ...otherwise,
  };
}

/** The Sids of a team. */
export function sids(otherwise: Partial<TeamFacts> = {}): readonly string[] {
  return teamStatements(team(otherwise)).map(({ sid = '' }) => sid);
}

/** Whether all resources are named with the prefix of the environment. */
export function isPrefixed({ resources = [] }: PolicyStatement, prefix = 'fin'): boolean {
  const names = [`${prefix}-*`, `${prefix}/*`, `${prefix.replaceAll('-', '_')}_*`];
  return resources.length > 0 && resources.every((arn) => names.some((name) => endsWithName(arn, name)));
}

/** `…:job/fin-*`, and not `…:job/other-fin-*`. */
function endsWithName(arn: string, name: string): boolean {
  return arn.endsWith(`:${name}`) || arn.endsWith(`/${name}`);
}

/** Whether a statement surely asks for the tag of the team. */
export function isTagged({ conditions = {} }: PolicyStatement): boolean {
  const { StringEquals = {} } = conditions;
  return ['aws:RequestTag/Team', 'aws:ResourceTag/Team'].some((key) => StringEquals[key] === 'DataScience');
}

import type { Features } from '../../../../modules/environment/features';
import type { PivotFacts } from '../../../../modules/environment/pivot/statements';

export const account = '333333333333';

export const noFeatures: Features = {
  notebooks: false,
  mlStudio: false,
  dashboards: false,
  pipelines: false,
  omics: false,
  subscriptions: false,
  awsAccess: false,
};

export const allFeatures = Object.fromEntries(
  Object.keys(noFeatures).map((feature) => [feature, true]),
) as unknown as Features;

/** What the policies of the pivot role `fin-pivot-eu-west-1` name, with changes. */
export function pivotFacts(changes: Partial<PivotFacts> = {}): PivotFacts {
  return {
    location: { partition: 'aws', region: 'eu-west-1', account },
    prefixes: ['fin'],
    roleArn: `arn:aws:iam::${account}:role/fin-pivot-eu-west-1`,
    roleName: 'fin-pivot-eu-west-1',
    features: allFeatures,
    parameterRoot: '/acme/finance/environment',
    buckets: ['ledger'],
    keyAliases: ['alias/ledger'],
    otherRoleArns: [`arn:aws:iam::${account}:role/anotherRoleName`],
    consumptionRoleArns: [`arn:aws:iam::${account}:role/bi/reporting`],
    boundaryArn: `arn:aws:iam::${account}:policy/boundary`,
    ...changes,
  };
}

import { policyDocument } from '../../../../aws/iam/write';
import { policyLimits, policySize } from '../../../../aws/iam/size';
import { maxPolicies, pivotPolicies } from '../../../../modules/environment/pivot/policies';
import { pivotStatements } from '../../../../modules/environment/pivot/statements';
import { pivotTrust } from '../../../../modules/environment/pivot/trust';
import { account, pivotFacts } from './facts';

const many = (count: number, name: (id: string) => string): readonly string[] =>
  Array.from({ length: count }, (_, index) => name(String(index).padStart(3, '0')));

const region = 'ap-southeast-1';

/** The longest names that AWS and the rules of prefixes take, of everything as much as the issue asks for. */
const large = pivotFacts({
  location: { partition: 'aws-us-gov', region, account },
  prefixes: ['a'.repeat(20), 'b'.repeat(20)],
  roleName: `${'a'.repeat(43)}-pivot-${region}`,
  roleArn: `arn:aws-us-gov:iam::${account}:role/${'a'.repeat(43)}-pivot-${region}`,
  parameterRoot: `/${'o'.repeat(40)}/${'d'.repeat(40)}/${'m'.repeat(40)}`,
  buckets: many(120, (id) => `imported-${'b'.repeat(51)}${id}`),
  keyAliases: many(120, (id) => `alias/imported-${'k'.repeat(51)}${id}`),
  consumptionRoleArns: many(60, (id) => `arn:aws-us-gov:iam::${account}:role/${'c'.repeat(61)}${id}`),
});

test('everything, with the longest names, fits the ten policies that a role can have', () => {
  const policies = pivotPolicies(large);
  for (const { statements } of policies) {
    expect(policySize(policyDocument(statements))).toBeLessThanOrEqual(policyLimits['managed policy']);
  }
  expect(policies.length).toBeLessThanOrEqual(maxPolicies);
  const [first, second] = policies.map(({ name }) => name);
  expect([first, second]).toEqual([large.roleName, `${large.roleName}-2`]);
});

test('an ordinary environment needs three', () => {
  expect(pivotPolicies(pivotFacts())).toHaveLength(3);
});

test('imported names stay whole and are all there', () => {
  const text = pivotStatements(large)
    .flatMap(({ resources = [], conditions }) => [...resources, JSON.stringify(conditions ?? {})])
    .join('\n');
  for (const name of [...large.buckets, ...large.keyAliases, ...large.consumptionRoleArns]) {
    expect(text).toContain(name);
    expect(text).not.toContain(`${name}*`);
  }
});

test('the trust policy has room for the longest external id', () => {
  const trust = pivotTrust(
    { partition: 'aws-us-gov', account },
    {
      trustedAccountId: '222222222222',
      trustedPrincipals: ['role/*graphql-role', 'role/*awsworker-role', 'role/*ecs-tasks-role'],
      externalId: 'x'.repeat(1224),
    },
  );
  expect(policySize(policyDocument(trust))).toBeLessThanOrEqual(policyLimits['trust policy']);
});

import type { ModuleScope } from '../../../../core/module/scope';
import { pivotRole, type NewPivotRole } from '../../../../modules/environment/pivot/pivot-role';
import { built, builtStack } from '../../../core/aws/build';
import { pivotFacts } from './facts';

const { roleName, boundaryArn, ...facts } = pivotFacts();
const made: NewPivotRole = {
  create: true,
  name: roleName,
  trust: {
    trustedAccountId: '222222222222',
    trustedPrincipals: ['role/*graphql-role'],
    externalId: 'Zq8external',
  },
  facts,
  boundaryArn,
};
const foreign = 'arn:aws:iam::111111111111:role/team/theirs';

/** What stands beside the role and names it, as teams and keys do. */
const other = (scope: ModuleScope, arn: string) => void scope.publish('key/pivot', arn);

const parameters = (json: Awaited<ReturnType<typeof built>>) =>
  Object.fromEntries(
    Object.values(json.aws_ssm_parameter ?? {}).map(({ name, value }) => [name as string, value as string]),
  );

test('is made with its trust, its boundary, long sessions and packed policies', async () => {
  const json = await built((scope) => void pivotRole(scope, made));
  expect(json.aws_iam_role?.['m__pivot']).toMatchObject({
    name: 'fin-pivot-eu-west-1',
    max_session_duration: 43200,
    permissions_boundary: boundaryArn,
  });
  const trust = json.aws_iam_role?.['m__pivot']?.assume_role_policy as string;
  expect(JSON.parse(trust)).toMatchObject({
    Statement: [
      { Condition: { StringEquals: { 'aws:SourceAccount': '111111111111' } } },
      { Principal: { Service: ['glue.amazonaws.com', 'lambda.amazonaws.com'] } },
      {
        Principal: { AWS: 'arn:aws:iam::222222222222:root' },
        Condition: {
          StringEquals: { 'sts:ExternalId': 'Zq8external' },
          ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::222222222222:role/*graphql-role' },
        },
      },
    ],
  });
  expect(Object.values(json.aws_iam_policy ?? {}).map(({ name }) => name as string)).toEqual(
    ['', '-2', '-3'].map((part) => `fin-pivot-eu-west-1${part}`),
  );
  expect(JSON.stringify(json.aws_iam_policy)).not.toContain('undefined');
  expect(Object.keys(json.aws_iam_role_policy_attachment ?? {})).toHaveLength(3);
  expect(parameters(json)).toMatchObject({
    '/org/lake/m/role/pivot/arn': '${aws_iam_role.m__pivot.arn}',
    '/org/lake/m/role/pivot/id': '${aws_iam_role.m__pivot.unique_id}',
    '/org/lake/m/role/pivot/name': '${aws_iam_role.m__pivot.name}',
  });
});

test('its ARN is known to plans before it is made, and what names it waits for it', async () => {
  const json = await built((scope) => other(scope, pivotRole(scope, made).arn));
  expect(parameters(json)['/org/lake/m/key/pivot']).toBe(
    'arn:aws:iam::111111111111:role/${aws_iam_role.m__pivot.name}',
  );
});

describe('an existing role', () => {
  const existing = {
    create: false,
    roleArn: foreign,
    trust: { trustedAccountId: '222222222222', externalId: 'Zq8external' },
  } as const;

  test('is looked up and checked, and gets nothing', async () => {
    const { resource, data } = await builtStack((scope) => void pivotRole(scope, existing));
    expect(Object.keys(resource).sort()).toEqual(['aws_ssm_parameter']);
    expect(data.aws_iam_role?.['m__pivot']).toMatchObject({
      name: 'theirs',
      lifecycle: {
        postcondition: [
          { condition: `\${self.arn == "${foreign}"}`, error_message: expect.stringContaining('roleArn') },
          {
            condition: '${strcontains(self.assume_role_policy, jsonencode("Zq8external"))}',
            error_message: expect.stringContaining('external id'),
          },
          {
            condition: '${strcontains(self.assume_role_policy, "222222222222")}',
            error_message: expect.stringContaining('trusted account'),
          },
        ],
      },
    });
  });

  test('an external id that only a parameter holds is compared by its value', async () => {
    const { data } = await builtStack((scope) => {
      const externalId = scope.parameter('/platform/external-id');
      void pivotRole(scope, { ...existing, trust: { externalId } });
    });
    const [looked] = Object.keys(data.aws_ssm_parameter ?? {});
    expect(data.aws_iam_role?.['m__pivot']?.lifecycle.postcondition[1].condition).toBe(
      `\${strcontains(self.assume_role_policy, jsonencode("\${data.aws_ssm_parameter.${looked ?? ''}.insecure_value}"))}`,
    );
  });

  test('is named by its ARN, and changes to a new one leave all addresses', async () => {
    const before = await built((scope) => other(scope, pivotRole(scope, existing).arn));
    const after = await built((scope) => other(scope, pivotRole(scope, made).arn));
    expect(parameters(before)['/org/lake/m/key/pivot']).toBe(foreign);
    expect(Object.keys(after.aws_ssm_parameter ?? {})).toEqual(Object.keys(before.aws_ssm_parameter ?? {}));
  });
});

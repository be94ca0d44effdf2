import { resources, synthModule, type StackJson } from '../../support/synth';
import { execution, studio, team, user } from './team';

const attached = (json: StackJson, role: string) =>
  Object.values(resources(json, 'aws_iam_role_policy_attachment')).filter((block) => block.role === role);

test('a user that is the execution role gets each policy once', async () => {
  const { json } = await synthModule('datascience-team', team({ teamUserRoles: [execution, user] }));
  expect(attached(json, 'execution')).toHaveLength(6);
});

test('an immutable user that is the execution role leaves it what it is', async () => {
  const { json } = await synthModule(
    'datascience-team',
    team({ teamUserRoles: [{ ...execution, immutable: true }] }),
  );
  expect(attached(json, 'execution')).toHaveLength(6);
});

test('what apps need is for the execution role alone', async () => {
  const { json } = await synthModule('datascience-team', studio());
  const basic = attached(json, 'execution').map(({ policy_arn }) => policy_arn as string);
  expect(basic).toContain('${aws_iam_policy.test-module__policy__basic-execution.arn}');
  expect(attached(json, 'user')).toHaveLength(6);
});

test('roles known by their id alone are found through what their module publishes', async () => {
  const { json } = await synthModule(
    'datascience-team',
    {
      team: {
        dataAdminRoles: [{ id: 'generated-role-id:admin' }],
        teamUserRoles: [{ id: 'generated-role-id:scientist' }],
        teamExecutionRole: { id: 'generated-role-id:execution' },
        studioDomainConfig: {
          authMode: 'IAM',
          vpcId: 'vpc-1',
          subnetIds: ['subnet-1'],
          userProfiles: { jane: { userRole: { id: 'generated-role-id:scientist' } } },
        },
      },
    },
    {
      modules: {
        roles: {
          module_path: 'roles',
          module_config_data: {
            generateRoles: Object.fromEntries(
              ['admin', 'scientist', 'execution'].map((name) => [name, { trustedPrincipal: 'this_account' }]),
            ),
          },
        },
      },
    },
  );
  const role = (name: string) => `\${aws_iam_role.roles__role__${name}`;
  expect(Object.values(resources(json, 'aws_sagemaker_user_profile'))).toMatchObject([
    {
      tags: { userid: `${role('scientist')}.unique_id}:jane` },
      user_settings: { execution_role: `${role('execution')}.arn}` },
    },
  ]);
  expect(attached(json, `${role('execution')}.name}`)).toHaveLength(7);
});

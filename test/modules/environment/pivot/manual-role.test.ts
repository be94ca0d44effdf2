import type { EnvironmentConfig } from '../../../../modules/environment/config';
import { factsOf } from '../../../../modules/environment/facts';
import { manualPivotRole } from '../../../../modules/environment/pivot/manual-role';
import { modulesOf } from '../../../../core/platform/checks/words';
import { synthModule } from '../../../support/synth';
import { least, withTeams } from '../setting';

const central = {
  trustedAccountId: '222222222222',
  trustedPrincipals: ['role/*graphql-role'],
  externalId: 'ssm:/platform/pivot/external-id',
};

async function manual(pivotRole: object, more: Partial<EnvironmentConfig> = {}) {
  const { platform } = await synthModule('environment', { ...least, ...more, pivotRole }, withTeams);
  const [environment] = modulesOf(platform).map(factsOf);
  if (!environment) throw new Error('no environment');
  return manualPivotRole(environment);
}

/** The parts of the file that tests look at. */
async function file(pivotRole: object, more: Partial<EnvironmentConfig> = {}) {
  return (await manual(pivotRole, more))?.terraform as {
    variable?: object;
    provider: { aws: object[] };
    resource: Record<string, Record<string, Record<string, unknown>>>;
  };
}

test('it is for the account and region of the environment alone', async () => {
  expect((await file(central)).provider.aws).toEqual([
    { region: 'eu-west-1', allowed_account_ids: ['111111111111'] },
  ]);
});

test('an external id of a parameter is a variable, one in the configuration is written', async () => {
  const asked = await file(central);
  expect(asked.variable).toHaveProperty('external_id.nullable', false);
  expect(asked.resource.aws_iam_role?.pivot?.assume_role_policy).toContain('"${var.external_id}"');
  const written = await file({ ...central, externalId: 'abc${x}' });
  expect(written).not.toHaveProperty('variable');
  expect(written.resource.aws_iam_role?.pivot?.assume_role_policy).toContain('"abc$${x}"');
});

test('all of its policies are attached, and it carries the boundary', async () => {
  const permissionsBoundaryArn = 'arn:aws:iam::111111111111:policy/boundary';
  const { resource } = await file(central, { permissionsBoundaryArn });
  expect(resource.aws_iam_role?.pivot).toMatchObject({
    max_session_duration: 43200,
    permissions_boundary: permissionsBoundaryArn,
  });
  expect(Object.keys(resource.aws_iam_policy ?? {})).toEqual(['pivot', 'pivot_2']);
  expect(resource.aws_iam_role_policy_attachment?.pivot_2).toEqual({
    role: '${aws_iam_role.pivot.name}',
    policy_arn: '${aws_iam_policy.pivot_2.arn}',
  });
});

test('it has not the name of the role that the environment makes', async () => {
  const role = (await manual(central))?.roleArn ?? '';
  expect(role).toMatch(/^arn:aws:iam::111111111111:role\/fin-test-org-.*-pivot-ma/);
  expect(role.split('/')[1]?.length).toBeLessThanOrEqual(64);
  const { platform } = await synthModule('environment', { ...least, pivotRole: central }, withTeams);
  expect(modulesOf(platform).map(factsOf)[0]?.pivot?.arn).not.toBe(role);
});

test('it is the role that the configuration names already, with its path', async () => {
  const roleArn = 'arn:aws:iam::111111111111:role/team/theirs';
  const existing = { ...central, create: false, roleArn };
  expect((await manual(existing))?.roleArn).toBe(roleArn);
  const { resource } = await file(existing);
  expect(resource.aws_iam_role?.pivot).toMatchObject({ name: 'theirs', path: '/team/' });
  expect(resource.aws_iam_policy?.pivot).toMatchObject({ name: 'theirs' });
});

test('there is none without a central account', async () => {
  expect(await manual({})).toBeUndefined();
});

import { built, declared } from '../../../support/declared';
import { resource, resources, synthModule } from '../../../support/synth';
import { least, withTeams } from '../setting';

const trusting = {
  ...least,
  pivotRole: {
    trustedAccountId: '222222222222',
    trustedPrincipals: ['role/*graphql-role'],
    externalId: 'ssm:/platform/pivot/external-id',
  },
};

test('no central account, no pivot role', async () => {
  const { json, platform } = await synthModule('environment', least, withTeams);
  expect(Object.keys(resources(json, 'aws_iam_role')).filter((key) => key.includes('pivot'))).toEqual([]);
  expect(JSON.stringify(declared(platform.environments.flatMap(({ modules }) => modules)))).not.toContain(
    'pivot',
  );
});

test('the pivot role carries the region in its name, and what is declared is made', async () => {
  const { json, platform } = await synthModule('environment', trusting, withTeams);
  expect(resource(json, 'aws_iam_role', 'pivot').name).toBe(
    'fin-test-org-test-env-test-domain-test-module-pivot-eu-west-1',
  );
  expect(built(json)).toEqual(declared(platform.environments.flatMap(({ modules }) => modules)));
});

test('handing over from an existing role to one that is made changes nothing else', async () => {
  const existing = {
    ...least,
    pivotRole: {
      create: false,
      roleArn: 'arn:aws:iam::111111111111:role/fin-test-org-test-env-test-domain-test-module-pivot-eu-west-1',
    },
  };
  const before = (await synthModule('environment', existing, withTeams)).json;
  const after = (await synthModule('environment', trusting, withTeams)).json;
  const others = (json: typeof before) =>
    Object.fromEntries(
      Object.entries(json.resource ?? {})
        .map(([type, blocks]) => [type, Object.keys(blocks).filter((key) => !key.includes('pivot'))])
        .filter(([, keys]) => keys?.length !== 0),
    );
  expect(others(after)).toEqual(others(before));
  const trust = (json: typeof before) => resource(json, 'aws_iam_role', 'financesadmin').assume_role_policy;
  expect(trust(before)).toContain('-pivot-eu-west-1');
  expect(trust(after)).toBe(trust(before));
});

test('the boundary is on every role', async () => {
  const boundary = 'arn:aws:iam::111111111111:policy/boundary';
  const config = { ...trusting, permissionsBoundaryArn: boundary };
  const { json } = await synthModule('environment', config, withTeams);
  const bounds = Object.values(resources(json, 'aws_iam_role')).map((role) => role.permissions_boundary);
  expect(new Set(bounds)).toEqual(new Set([boundary]));
});

const central = trusting.pivotRole;
const existing = { create: false, roleArn: 'arn:aws:iam::111111111111:role/theirs' };

const environment = (pivotRole: object, more: object = {}) =>
  synthModule('environment', { ...least, ...more, pivotRole }, withTeams);

const documents = (json: Awaited<ReturnType<typeof environment>>['json']) =>
  Object.values(resources(json, 'aws_iam_policy'))
    .filter((policy) => (policy.name as string).includes('-pivot-'))
    .map(({ policy }) => policy as string)
    .join('\n');

test.each([
  ['existing', existing],
  ['existing, and checked', { ...existing, ...central }],
])('what is declared of it is what is built: %s', async (_which, pivotRole) => {
  const { json, platform } = await environment(pivotRole);
  expect(built(json)).toEqual(declared(platform.environments.flatMap(({ modules }) => modules)));
});

test('the external id may be a parameter', async () => {
  const { json } = await environment(central);
  const trust = resource(json, 'aws_iam_role', 'test-module__pivot').assume_role_policy as string;
  expect(trust).toMatch(/"sts:ExternalId":"\$\{data\.aws_ssm_parameter\.[^}]*\}"/);
  expect(trust).toContain('"arn:aws:iam::222222222222:role/*graphql-role"');
});

test('it reaches what is imported, teams whose roles have other names, and managed consumption roles', async () => {
  const roleArn = (role: string) => `arn:aws:iam::111111111111:role/${role}`;
  const management = (kind: string, role: string) => ({
    roleArn: roleArn(role),
    team: 'FinancesAdmin',
    management: kind,
  });
  const { json } = await environment(central, {
    iamRole: 'anotherRoleName',
    consumptionRoles: { a: management('full', 'reporting'), b: management('external', 'foreign') },
    datasets: {
      ledger: {
        team: 'FinancesAdmin',
        import: { bucketName: 'ledger', kmsKeyAlias: 'ledger-key', adminRoleName: 'ledger-admin' },
      },
      sales: { team: 'FinancesAdmin' },
    },
  });
  const text = documents(json);
  for (const part of [
    'arn:aws:s3:::ledger"',
    '"alias/ledger-key"',
    ...['anotherRoleName', 'ledger-admin', 'reporting'].map((role) => `"${roleArn(role)}"`),
    '"arn:aws:ssm:eu-west-1:111111111111:parameter/test-org/test-domain/test-module/*"',
  ]) {
    expect(text).toContain(part);
  }
  expect(text).not.toContain(roleArn('foreign'));
});

describe('is refused', () => {
  const refused = (pivotRole: object, more: object = {}) => expect(environment(pivotRole, more)).rejects;

  test('a role of another account', async () => {
    await refused({ create: false, roleArn: 'arn:aws:iam::222222222222:role/theirs' }).toMatchObject({
      diagnostics: [{ code: 'TL204', place: { file: 'test-module.yaml', line: 8 } }],
    });
  });

  test('a role with more policies than AWS attaches', async () => {
    const datasets = Object.fromEntries(
      Array.from({ length: 600 }, (_, index) => [
        `d${String(index)}`,
        { team: 'FinancesAdmin', import: { bucketName: `${'b'.repeat(58)}${String(index)}` } },
      ]),
    );
    await refused(central, { datasets }).toMatchObject({
      diagnostics: expect.arrayContaining([
        expect.objectContaining({ code: 'TL204', message: expect.stringContaining('pivot role') }),
      ]),
    });
  });

  test('a team that would be published in its place', async () => {
    const teams = { ...(withTeams.root?.organization_teams as object), Pivot: {} };
    await expect(
      synthModule(
        'environment',
        { ...trusting, teams: { Pivot: {} } },
        { root: { organization_teams: teams } },
      ),
    ).rejects.toMatchObject({
      diagnostics: expect.arrayContaining([expect.objectContaining({ code: 'TL502' })]),
    });
  });
});

test.each(['', 'x'])('the external id "%s" is too short for AWS', async (externalId) => {
  await expect(
    synthModule('environment', { ...least, pivotRole: { ...central, externalId } }, withTeams),
  ).rejects.toMatchObject({
    diagnostics: [{ code: 'TL204', place: { file: 'test-module.yaml' } }],
  });
});

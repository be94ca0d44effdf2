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
  const { json } = await synthModule('environment', least, withTeams);
  expect(Object.keys(resources(json, 'aws_iam_role')).filter((key) => key.includes('pivot'))).toEqual([]);
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
});

test('the boundary is on every role', async () => {
  const boundary = 'arn:aws:iam::111111111111:policy/boundary';
  const config = { ...trusting, permissionsBoundaryArn: boundary };
  const { json } = await synthModule('environment', config, withTeams);
  const bounds = Object.values(resources(json, 'aws_iam_role')).map((role) => role.permissions_boundary);
  expect(new Set(bounds)).toEqual(new Set([boundary]));
});

import { declared, built } from '../../support/declared';
import { resource, resources, synthModule } from '../../support/synth';
import { least, withTeams } from './setting';

test('the least environment makes what it declares', async () => {
  const { json, platform } = await synthModule('environment', least, withTeams);
  expect(built(json)).toEqual(declared(platform.environments.flatMap(({ modules }) => modules)));
});

test('names are made of the prefix and of keys, never of the label', async () => {
  const { json } = await synthModule('environment', { ...least, name: 'Something else' }, withTeams);
  expect(resource(json, 'aws_s3_bucket', 'test-module__bucket').bucket).toBe(
    'fin-test-org-test-env-test-domain-test-module',
  );
  expect(resource(json, 'aws_iam_role', 'financesadmin').name).toBe(
    'fin-test-org-test-env-test-domain-test-module-financesadmin',
  );
});

test('each team has a workgroup of its own, with results in its folder', async () => {
  const config = { ...least, teams: { Analysts: {}, DataScience: {} } };
  const { json } = await synthModule('environment', config, withTeams);
  expect(Object.keys(resources(json, 'aws_athena_workgroup'))).toEqual([
    'test-module__workgroup__analysts',
    'test-module__workgroup__datascience',
    'test-module__workgroup__financesadmin',
  ]);
});

test('everything carries the tags of the environment, whatever the user asks for', async () => {
  const config = { ...least, keyValueTags: [{ key: 'costcentre', value: '42' }] };
  const { json } = await synthModule('environment', config, withTeams);
  expect(resource(json, 'aws_s3_bucket', 'test-module__bucket').tags).toMatchObject({
    Team: 'FinancesAdmin',
    Organization: 'test-org',
    Environment: 'test-domain/test-env/test-module',
    Target: 'Environment_test-module',
    terralake: 'true',
    costcentre: '42',
  });
});

test.each([
  ['a key-value tag', { ...least, keyValueTags: [{ key: 'TEAM', value: 'x' }] }, {}],
  ['a tag of the root file', least, { tag_config_data: { team: 'x' } }],
])('a reserved tag is refused in any case: %s', async (_what, config, root) => {
  const setting = { root: { ...withTeams.root, ...root } };
  await expect(synthModule('environment', config, setting)).rejects.toMatchObject({
    diagnostics: [expect.objectContaining({ code: 'TL422' })],
  });
});

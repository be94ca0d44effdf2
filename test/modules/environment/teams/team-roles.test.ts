import { built, declared } from '../../../support/declared';
import { resource, resources, synthModule } from '../../../support/synth';
import { least, withTeams } from '../setting';

const brought = 'arn:aws:iam::111111111111:role/people/analysts';

async function findings(config: object): Promise<readonly string[]> {
  return synthModule('environment', { ...least, ...config }, withTeams).then(
    ({ diagnostics }) => diagnostics.map(({ severity, code }) => `${severity} ${code}`),
    (error: { diagnostics: { severity: string; code: string; place?: { line: number } }[] }) =>
      error.diagnostics.map(({ severity, code, place }) => `${severity} ${code} line ${String(place?.line)}`),
  );
}

test('one role for each team, with the policies of its permissions, and all of it declared', async () => {
  const config = { ...least, teams: { DataScience: {}, Analysts: { permissions: ['RUN_ATHENA_QUERY'] } } };
  const { json, platform } = await synthModule('environment', config, withTeams);
  expect(built(json)).toEqual(declared(platform.environments.flatMap(({ modules }) => modules)));
  const attached = Object.values(resources(json, 'aws_iam_role_policy_attachment')).map(({ role }) => role);
  expect(new Set(attached)).toEqual(
    new Set(
      ['financesadmin', 'datascience', 'analysts'].map(
        (slug) => `\${aws_iam_role.test-module__role__${slug}.name}`,
      ),
    ),
  );
  const documents = Object.values(resources(json, 'aws_iam_policy')).filter(({ name }) =>
    name.includes('analysts'),
  );
  expect(documents.map(({ policy }) => policy as string).join()).not.toContain('sagemaker:Create');
});

test('a role that is brought keeps its trust, and gets policies only on demand', async () => {
  const config = (attachPolicies: boolean) => ({
    ...least,
    teams: { Analysts: { iamRole: brought, attachPolicies } },
  });
  const { json } = await synthModule('environment', config(false), withTeams);
  const roles = Object.keys(resources(json, 'aws_iam_role')).filter((key) => key.includes('__role__'));
  expect(roles).toEqual(['test-module__role__financesadmin']);
  expect(Object.keys(resources(json, 'aws_iam_policy')).filter((key) => key.includes('analysts'))).toEqual(
    [],
  );
  expect(resource(json, 'aws_athena_workgroup', 'analysts')).toBeDefined();
  const attached = (await synthModule('environment', config(true), withTeams)).json;
  expect(
    Object.keys(resources(attached, 'aws_iam_role_policy_attachment')).filter((key) =>
      key.includes('analysts'),
    ),
  ).not.toEqual([]);
});

test('a bare name names the role that is made', async () => {
  const { json } = await synthModule('environment', { ...least, iamRole: 'anotherRoleName' }, withTeams);
  expect(resource(json, 'aws_iam_role', 'financesadmin').name).toBe('anotherRoleName');
});

test.each([
  ['a team that the organization does not have', { teams: { analysts: {} } }, 'error TL308'],
  ['an owner that may not link', { team: 'Analysts' }, 'error TL420'],
  ['the owner among the invited', { teams: { FinancesAdmin: {} } }, 'error TL208'],
  [
    'a role of another account',
    { teams: { Analysts: { iamRole: 'arn:aws:iam::999999999999:role/x' } } },
    'error TL204',
  ],
  ['a permission that there is not', { teams: { Analysts: { permissions: ['FLY'] } } }, 'error TL204'],
  ['no permission at all', { teams: { Analysts: { permissions: [] } } }, 'error TL204'],
  [
    'a permission without its feature',
    { teams: { Analysts: { permissions: ['CREATE_OMICS_RUN'] } } },
    'note TL421',
  ],
])('%s', async (_what, config, expected) => {
  expect(await findings(config)).toContainEqual(expect.stringContaining(expected));
});

test('two names that AWS could not tell apart', async () => {
  const root = {
    organization_teams: { ...(withTeams.root?.organization_teams as object), 'Data-Eng': {}, 'Data Eng': {} },
  };
  const config = { ...least, teams: { 'Data-Eng': {}, 'Data Eng': {} } };
  await expect(synthModule('environment', config, { root })).rejects.toMatchObject({
    diagnostics: expect.arrayContaining([expect.objectContaining({ code: 'TL502' })]),
  });
});

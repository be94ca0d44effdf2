import { modulesOf } from '../../../../core/platform/checks/words';
import { factsOf } from '../../../../modules/environment/facts';
import { allPermissions } from '../../../../modules/environment/permissions';
import { policy, resource, synthModule } from '../../../support/synth';
import { least, withTeams } from '../setting';

async function environment(config: object) {
  const { platform, json } = await synthModule('environment', { ...least, ...config }, withTeams);
  const [facts] = modulesOf(platform).map(factsOf);
  if (!facts) throw new Error('no environment');
  return { platform, json, facts };
}

test('who is invited without permissions has all of them, and who is invited with some has these', async () => {
  const { facts } = await environment({
    teams: { DataScience: {}, Analysts: { permissions: ['RUN_ATHENA_QUERY'] } },
  });
  expect(facts.teams.map(({ name, owner, permissions }) => [name, owner, [...permissions]])).toEqual([
    ['FinancesAdmin', true, allPermissions],
    ['DataScience', false, allPermissions],
    ['Analysts', false, ['RUN_ATHENA_QUERY']],
  ]);
});

test('rights over the organization do not come by themselves', async () => {
  const { platform } = await environment({ teams: { DataScience: {} } });
  const team = [...(modulesOf(platform)[0]?.module.context.teams.values() ?? [])].find(
    ({ name }) => name === 'DataScience',
  );
  expect(team).toMatchObject({ linkEnvironments: false, inviteTeams: false, tenant: false });
});

test('people take the role of their team only where the environment lets them in', async () => {
  const trust = async (awsAccess: boolean) => {
    const { json } = await environment({ features: { awsAccess } });
    const document = resource(json, 'aws_iam_role', 'financesadmin').assume_role_policy as string;
    return policy(document).Statement.map(({ Sid }) => Sid as string);
  };
  expect(await trust(true)).toContain('PermissionSets');
  expect(await trust(false)).toEqual(['ServicesOfAccount', 'Services']);
});

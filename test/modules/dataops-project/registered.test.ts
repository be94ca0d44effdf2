import { resources, synthFiles } from '../../support/synth';

const place = { account: '111111111111', region: 'eu-west-1' };

function platform(registered: string | undefined, locationPrefix: string): Record<string, unknown> {
  const roles = {
    module_path: 'roles',
    module_config_data: {
      createPersonaManagedPolicies: false,
      generateRoles: { etl: { trustedPrincipal: 'service:glue.amazonaws.com' } },
    },
  };
  const lake = {
    module_path: 'datalake',
    module_config_data: {
      roles: {},
      accessPolicies: {},
      buckets: {
        raw: {
          accessPolicies: [],
          ...(registered !== undefined && { lakeFormationLocations: { one: { prefix: registered } } }),
        },
      },
    },
  };
  const project = {
    module_path: 'dataops-project',
    module_config_data: {
      dataAdminRoles: [],
      projectExecutionRoles: [{ id: 'ssm:/{{org}}/shared/generated-role/etl/id' }],
      databases: {
        db: {
          description: 'd',
          locationBucketName: 'ssm:/{{org}}/shared/lake/bucket/raw/name',
          locationPrefix,
          lakeFormation: { createReadWriteGrantsForProjectExecutionRoles: true },
        },
      },
    },
  };
  return {
    'mdaa.yaml': {
      organization: 'test-org',
      domains: {
        dataops: { environments: { dev: { ...place, modules: { project } } } },
        shared: { environments: { dev: { ...place, modules: { roles, lake } } } },
      },
    },
  };
}

async function locations(registered: string | undefined, prefix: string) {
  const { stack, diagnostics } = await synthFiles(platform(registered, prefix));
  const grants = Object.values(resources(stack('dataops-dev'), 'aws_lakeformation_permissions'));
  return {
    arns: grants.flatMap((grant) =>
      grant.data_location === undefined ? [] : [grant.data_location.arn as string],
    ),
    noted: diagnostics.some(({ code }) => code === 'TL603'),
  };
}

test('a location that the lake registers, or a folder of one, is granted without saying so', async () => {
  const bucket = '${data.aws_ssm_parameter.link__test-org__shared__lake__bucket__raw__name.insecure_value}';
  expect(await locations('data/', 'data/db')).toEqual({
    arns: [`arn:aws:s3:::${bucket}/data/db`],
    noted: false,
  });
  expect(await locations('/data/db', 'data/db/')).toEqual({
    arns: [`arn:aws:s3:::${bucket}/data/db`],
    noted: false,
  });
  expect((await locations('/', 'data/db')).arns).toHaveLength(1);
});

test('one that nobody registers, or a neighbour of one, is not, and a note says so', async () => {
  for (const registered of [undefined, 'data/other', 'data/d', 'data/db/below']) {
    expect(await locations(registered, 'data/db')).toEqual({ arns: [], noted: true });
  }
});

import { parameters, resource, synthModule } from '../../support/synth';
import { studio, team } from './team';

const own = (...paths: readonly string[]) => paths.map((path) => `/test-org/test-domain/test-module${path}`);

const policies = own(
  ...['', '/sm-read', '/sm-write', '/sm-write-2', '/sm-guardrail'].flatMap((policy) => [
    `/managed-policy${policy}/arn`,
    `/managed-policy${policy}/name`,
  ]),
  '-athena/managed-policy/wg-usage/arn',
  '-athena/managed-policy/wg-usage/name',
);

const always = [
  ...policies,
  ...own(
    '-minilake/kms/arn',
    '-minilake/kms/id',
    '-minilake/bucket/projects/name',
    '-minilake/bucket/projects/arn',
    '-athena/workgroup/name',
  ),
];

const withStudio = own(
  '/managed-policy/basic-execution/arn',
  '/managed-policy/basic-execution/name',
  '/domain/id',
  '/domain/vpc-id',
  '/domain/subnet-ids',
  '/security-group/test-org-test-env-test-domain-test-module/id',
);

test.each<[string, unknown, readonly string[]]>([
  ['a team without Studio', team(), always],
  ['a team with Studio', studio(), [...always, ...withStudio]],
  [
    'a team with everything',
    studio(
      {
        lifecycleConfigs: { jupyter: { cmds: ['a'] }, jupyterLab: { cmds: ['a'] }, kernel: { cmds: ['a'] } },
      },
      { jupyterLab: { enabled: true }, mlflow: { enabled: true } },
    ),
    [
      ...always,
      ...withStudio,
      ...own(
        '/studiolifecycleconfig/jupyterserver/arn',
        '/studiolifecycleconfig/jupyterlab/arn',
        '/studiolifecycleconfig/kernelgateway/arn',
        '/jupyterlab/space-jane-example-com/name',
        '/mlflow/tracking-server/name',
        '/mlflow/tracking-server/arn',
        '/role/mlflow/arn',
        '/role/mlflow/id',
        '/role/mlflow/name',
      ),
    ],
  ],
  [
    'a team that brings its security group',
    studio({ securityGroupId: 'sg-1' }),
    [...always, ...withStudio.filter((path) => !path.includes('security-group'))],
  ],
])('%s publishes what the specification says', async (_name, config, expected) => {
  const { json } = await synthModule('datascience-team', config);
  expect(Object.keys(parameters(json)).sort()).toEqual([...expected].sort());
});

test('what is published of a domain', async () => {
  const { json } = await synthModule('datascience-team', studio());
  const published = parameters(json);
  expect(published[own('/domain/subnet-ids')[0] ?? '']).toBe('subnet-1,subnet-2');
  expect(published[own('/domain/vpc-id')[0] ?? '']).toBe('vpc-1');
  expect(published[own('/domain/id')[0] ?? '']).toBe('${aws_sagemaker_domain.test-module__domain.id}');
  expect(resource(json, 'aws_security_group').name).toBe('test-org-test-env-test-domain-test-module');
});

import { resource, synthModule } from '../../support/synth';
import { studio, team } from './team';

const spaces = (jupyterLab: object) => studio({}, { jupyterLab: { enabled: true, ...jupyterLab } });

test('runs and experiments are not lost to a plan', async () => {
  const { json } = await synthModule(
    'datascience-team',
    team({ mlflow: { enabled: true, serverVersion: '2.13.2' } }),
  );
  expect(resource(json, 'aws_sagemaker_mlflow_tracking_server')).toMatchObject({
    mlflow_version: '2.13.2',
    lifecycle: { ignore_changes: ['mlflow_version'], prevent_destroy: true },
  });
});

test('neither is the volume of a space', async () => {
  const { json } = await synthModule('datascience-team', spaces({}));
  expect(resource(json, 'aws_sagemaker_space').lifecycle).toEqual({ prevent_destroy: true });
});

test.each([
  ['Private', undefined],
  [
    'Shared',
    {
      execution_role: 'arn:aws:iam::111111111111:role/execution',
      security_groups: ['${aws_security_group.test-module__studio.id}'],
    },
  ],
])('%s spaces run as the domain says', async (defaultSharingType, expected) => {
  const { json } = await synthModule('datascience-team', spaces({ defaultSharingType }));
  expect(resource(json, 'aws_sagemaker_domain').default_space_settings).toEqual(expected);
});

test('a script with references may hold quotes and backslashes', async () => {
  const { json } = await synthModule(
    'datascience-team',
    studio({ lifecycleConfigs: { kernel: { cmds: ['grep "\\d" {{region}}'] } } }),
    { environment: { account: 'default', region: 'default' } },
  );
  const { studio_lifecycle_config_content: content } = resource(
    json,
    'aws_sagemaker_studio_lifecycle_config',
  );
  const known = Buffer.from('grep "\\d" ').toString('base64');
  expect(content).toBe(
    `\${base64encode(join("", [base64decode("${known}"), data.aws_region.current.name]))}`,
  );
});

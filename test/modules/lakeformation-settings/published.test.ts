import { parameters, synthModule } from '../../support/synth';
import { settings } from './settings';

const role = 'aws_iam_role.test-module__datazone-manage-access';

test('nothing is published without the role of DataZone', async () => {
  const { json } = await synthModule('lakeformation-settings', settings());
  expect(parameters(json)).toEqual({});
});

test('the role of DataZone is published, its ARN under a name that every organization knows', async () => {
  const { json } = await synthModule('lakeformation-settings', settings({ createDataZoneAdminRole: true }));
  const own = '/test-org/test-domain/test-module/role/datazone-manage-access';
  expect(parameters(json)).toEqual({
    [`${own}/arn`]: `\${${role}.arn}`,
    [`${own}/id`]: `\${${role}.unique_id}`,
    [`${own}/name`]: `\${${role}.name}`,
    '/lakeformation-settings/datazone-manage-access-role-arn': `\${${role}.arn}`,
  });
});

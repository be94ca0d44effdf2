import { synthesize } from '../../../cli/shared/built-in';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { policy, temporary, type StackJson } from '../../support/synth';

const kit = resolve(__dirname, '../../../configs/basic_datascience_platform/mdaa.yaml');
const folder = resolve(__dirname, '../../../configs/basic_datascience_platform');

/** The text at a place of the kit. */
function lineAt(place: { readonly file: string; readonly line: number } | undefined): string | undefined {
  return place && readFileSync(join(folder, place.file), 'utf8').split('\n')[place.line - 1]?.trim();
}

test('each resource and statement knows the line of YAML that asked for it', async () => {
  const outdir = temporary({});
  const { origins } = await synthesize({ file: kit, outdir, environment: {} });
  const shared = origins.get('shared-dev');
  const json = JSON.parse(readFileSync(join(outdir, 'stacks/shared-dev/cdk.tf.json'), 'utf8')) as StackJson;
  const statementPlace = (address: string, attribute: string, sid: string) => {
    const [type = '', id = ''] = address.split('.');
    const block = json.resource?.[type]?.[id] as Record<string, string>;
    const index = policy(block[attribute] ?? '').Statement.findIndex(({ Sid }) => Sid === sid);
    return shared?.get(address)?.statements[index];
  };

  expect(lineAt(shared?.get('aws_iam_role.roles__role__glue-etl')?.place)).toBe('glue-etl:');
  expect(lineAt(shared?.get('aws_s3_bucket.datalake__bucket__raw')?.place)).toBe('raw:');
  const bucketPolicy = 'aws_s3_bucket_policy.datalake__bucket__raw';
  expect(lineAt(statementPlace(bucketPolicy, 'policy', 'DataRead'))).toBe('ReadRoles:');
  expect(lineAt(statementPlace(bucketPolicy, 'policy', 'ReadWriteSuper'))).toBe('ReadWriteSuperRoles:');
  expect(statementPlace(bucketPolicy, 'policy', 'DenyInsecureTransport')).toBeUndefined();
  const generated = 'aws_iam_policy.roles__policy__DataUserPolicy';
  expect(lineAt(statementPlace(generated, 'policy', 'LakeFormationGetDataAccess'))).toBe(
    '- SID: LakeFormationGetDataAccess',
  );
  const grant =
    'aws_lakeformation_permissions.example-project__database__sample-database__shared-data-user__tables';
  expect(lineAt(origins.get('dataops-dev')?.get(grant)?.place)).toContain('generated-role/data-user/arn');
});

import { resource, synthModule, type StackJson } from '../../support/synth';
import { studio } from './team';

const domain = (json: StackJson) => resource(json, 'aws_sagemaker_domain');
const scripts = (json: StackJson) => resource(json, 'aws_sagemaker_studio_lifecycle_config');
const withScript = (line: string) => studio({ lifecycleConfigs: { kernel: { cmds: [line] } } });

test('a domain waits for the policy of the bucket, is protected, and keeps home folders', async () => {
  const { json, protectedAddresses } = await synthModule('datascience-team', studio());
  expect(domain(json)).toMatchObject({
    depends_on: ['aws_s3_bucket_policy.test-module__projects'],
    lifecycle: { ignore_changes: ['retention_policy'], prevent_destroy: true },
    retention_policy: { home_efs_file_system: 'Retain' },
    domain_settings: { execution_role_identity_config: 'USER_PROFILE_NAME' },
  });
  expect([...(protectedAddresses.get('test-domain-test-env') ?? [])].sort()).toEqual([
    'aws_glue_catalog_database.test-module__util',
    'aws_kms_key.test-module__minilake',
    'aws_s3_bucket.test-module__projects',
    'aws_sagemaker_domain.test-module__domain',
  ]);
});

test('with both keys home folders go as well', async () => {
  const { json } = await synthModule('datascience-team', studio(), {
    root: { deletion_protection: false },
    synthesize: { allowDataLoss: ['test-domain-test-env'] },
  });
  expect(domain(json).retention_policy).toEqual({ home_efs_file_system: 'Delete' });
  expect(domain(json).lifecycle).toEqual({ ignore_changes: ['retention_policy'] });
});

test('a script that changes gets another name', async () => {
  const [first, second] = await Promise.all(
    ['one', 'two'].map((line) => synthModule('datascience-team', withScript(line))),
  );
  if (!first || !second) throw new Error('two stacks are expected');
  const name = 'studio_lifecycle_config_name';
  expect(scripts(first.json)[name]).not.toBe(scripts(second.json)[name]);
});

test('a script may hold what only Terraform knows', async () => {
  const { json } = await synthModule('datascience-team', withScript('export R={{region}} $' + '{HOME}'), {
    environment: { account: 'default', region: 'default' },
  });
  const content = scripts(json).studio_lifecycle_config_content as string;
  // Literal parts stand as base64, so that Terraform takes nothing in them for a template.
  const known = (text: string) => `base64decode("${Buffer.from(text).toString('base64')}")`;
  expect(content).toContain(`${known('export R=')}, data.aws_region.current.name, ${known(' $' + '{HOME}')}`);
});

import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { synthFiles, type StackJson } from '../../support/synth';

const notes = resolve(__dirname, '../../fixtures/modules/notes.js');
const golden = resolve(__dirname, '../../golden/backends');

function platform(
  backend: unknown,
  where: 'root' | 'domain' | 'environment' = 'root',
): Record<string, unknown> {
  const terraform = backend === undefined ? {} : { terraform: { backend } };
  const environment = {
    account: '111111111111',
    region: 'eu-west-1',
    modules: { m: { module_path: notes } },
  };
  return {
    organization: 'test-org',
    ...(where === 'root' && terraform),
    domains: {
      lake: {
        ...(where === 'domain' && terraform),
        environments: { dev: { ...environment, ...(where === 'environment' && terraform) } },
      },
    },
  };
}

const s3 = { bucket: 'states', region: 'eu-central-1', kmsKeyId: 'alias/states' };

const backends: Record<string, unknown> = {
  default: undefined,
  local: { local: { path: 'states' } },
  s3: { s3 },
  's3-dynamodb': {
    s3: {
      ...s3,
      lock: 'dynamodb',
      dynamodbTable: 'locks',
      assumeRoleArn: 'arn:aws:iam::111111111111:role/state',
    },
  },
  cloud: { cloud: { organization: 'acme', project: 'data', hostname: 'tfe.example.com' } },
};

async function synth(backend: unknown, where?: 'root' | 'domain' | 'environment'): Promise<StackJson> {
  return (await synthFiles({ 'mdaa.yaml': platform(backend, where) })).stack('lake-dev');
}

function withoutBackend({ terraform, ...rest }: StackJson): unknown {
  const { '//': _metadata, ...json } = rest as Record<string, unknown>;
  return { ...json, required_providers: terraform?.required_providers };
}

test.each(Object.entries(backends))(
  '%s: only the terraform block differs, and it is the golden one',
  async (name, backend) => {
    const json = await synth(backend);
    const { required_providers: _providers, ...block } = json.terraform as Record<string, unknown>;
    expect(block).toEqual(JSON.parse(readFileSync(join(golden, `${name}.json`), 'utf8')));
    expect(withoutBackend(json)).toEqual(withoutBackend(await synth(undefined)));
  },
);

test.each(['domain', 'environment'] as const)('it can be set on the %s', async (where) => {
  expect(Object.keys((await synth({ s3 }, where)).terraform?.backend)).toEqual(['s3']);
});

test("MDAA's own override of the S3 backend is accepted", async () => {
  const mdaa = {
    terraform: {
      override: {
        terraform: { backend: { s3: { bucket: 'states', dynamodb_table: 'locks', region: 'eu-west-1' } } },
      },
    },
  };
  const { stack } = await synthFiles({ 'mdaa.yaml': { ...platform(undefined), ...mdaa } });
  expect(stack('lake-dev').terraform?.backend.s3).toMatchObject({
    bucket: 'states',
    dynamodb_table: 'locks',
    encrypt: true,
    key: 'test-org/lake/dev.tfstate',
  });
});

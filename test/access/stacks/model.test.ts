import { modelOfStacks } from '../../../access/stacks/model';
import type { Resource } from '../../../access/model/model';
import { indexOf, kit } from '../kit';
import { anything, document, stack } from './stacks';

function resourceOf<K extends Resource['kind']>(kind: K, blocks: Record<string, Record<string, object>>) {
  const found = modelOfStacks([stack(blocks as never)]).resources.find((one) => one.kind === kind);
  return found as Extract<Resource, { kind: K }>;
}

test('a bucket has what other resources say of it', () => {
  const bucket = resourceOf('bucket', {
    aws_s3_bucket: { b: { bucket: 'lake' } },
    aws_kms_key: { k: { policy: document({ ...anything, Principal: '*' }) } },
    aws_s3_bucket_server_side_encryption_configuration: {
      b: {
        bucket: '${aws_s3_bucket.b.bucket}',
        rule: [
          {
            apply_server_side_encryption_by_default: { kms_master_key_id: '${aws_kms_key.k.arn}' },
            bucket_key_enabled: true,
          },
        ],
      },
    },
    aws_s3_bucket_public_access_block: { b: { bucket: 'lake', block_public_acls: true } },
    aws_s3_bucket_ownership_controls: { b: { bucket: 'lake', rule: { object_ownership: 'ObjectWriter' } } },
  });
  expect(bucket.keyArn).toMatch(/^arn:aws:kms:eu-west-1:111111111111:key\//);
  expect(bucket).toMatchObject({
    name: 'lake',
    bucketKey: true,
    objectOwnership: 'ObjectWriter',
    publicAccessBlock: { blockPublicAcls: true, restrictPublicBuckets: false },
  });
  expect(bucket.policy).toBeUndefined();
});

test('a key has its aliases and grants', () => {
  const key = resourceOf('key', {
    aws_kms_key: { k: { enable_key_rotation: true, policy: document({ ...anything, Principal: '*' }) } },
    aws_kms_alias: { a: { name: 'alias/lake', target_key_id: '${aws_kms_key.k.key_id}' } },
    aws_kms_grant: {
      g: {
        key_id: '${aws_kms_key.k.key_id}',
        grantee_principal: 'arn:aws:iam::111111111111:role/one',
        operations: ['Decrypt'],
        constraints: [{ encryption_context_equals: { team: 'a' } }],
      },
    },
  });
  expect(key).toMatchObject({
    label: 'lake',
    aliases: ['lake'],
    rotation: true,
    grants: [{ operations: ['Decrypt'], encryptionContextEquals: { team: 'a' } }],
  });
});

test('an access point has its policy and its bucket', () => {
  const point = resourceOf('access point', {
    aws_s3_access_point: { p: { name: 'folder', bucket: 'lake' } },
    aws_s3control_access_point_policy: {
      p: {
        access_point_arn: '${aws_s3_access_point.p.arn}',
        policy: document({ ...anything, Principal: '*' }),
      },
    },
  });
  expect(point).toMatchObject({
    bucket: 'lake',
    arn: 'arn:aws:s3:eu-west-1:111111111111:accesspoint/folder',
  });
  expect(point.policy?.statements).toHaveLength(1);
});

test('the kit: everybody has a name of their own, and nothing is left unresolved', async () => {
  const { model } = await indexOf(kit);
  const labels = model.principals.map(({ label }) => label);
  expect(new Set(labels).size).toBe(labels.length);
  expect(labels).toEqual(
    expect.arrayContaining(['shared-dev/data-admin', 'datascience-dev/data-admin', 'deployer']),
  );
  expect(new Set(model.principals.map(({ id }) => id)).size).toBe(labels.length);
  expect(model.assumptions).toEqual([expect.stringContaining('account: default')]);
  expect(JSON.stringify(model)).not.toMatch(/\$\{(aws_|data\.|terraform_)/);
});

test('the catalog has its key and its policy, whichever stack of the account sets them', () => {
  const key = stack({
    aws_kms_key: { k: {} },
    aws_glue_data_catalog_encryption_settings: {
      e: {
        data_catalog_encryption_settings: {
          encryption_at_rest: { sse_aws_kms_key_id: '${aws_kms_key.k.arn}' },
        },
      },
    },
  });
  const policed = stack(
    { aws_glue_resource_policy: { p: { policy: document({ ...anything, Principal: '*' }) } } },
    { id: 'policed' },
  );
  const elsewhere = stack({}, { id: 'elsewhere', region: 'us-east-1' });
  const catalogs = modelOfStacks([key, policed, elsewhere]).resources.filter((one) => one.kind === 'catalog');
  expect(catalogs).toMatchObject([
    { region: 'eu-west-1', keyArn: expect.stringMatching(/^arn:aws:kms:/), policy: { kind: 'resource' } },
    { region: 'us-east-1', keyArn: undefined },
  ]);
  expect(catalogs[1]?.policy).toBeUndefined();
});

test('what AWS makes up has a value of its own for each resource, the same each time', () => {
  const keys = () =>
    modelOfStacks([
      stack({ aws_kms_key: { a: {}, b: {} } }),
      stack({ aws_kms_key: { a: {} } }, { id: 'other' }),
    ]).resources.flatMap(({ kind, arn }) => (kind === 'key' ? [arn] : []));
  expect(new Set(keys()).size).toBe(3);
  expect(keys()).toEqual(keys());
  for (const arn of keys()) expect(arn).toMatch(/:key\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
});

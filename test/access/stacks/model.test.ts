import { modelOfStacks } from '../../../access/stacks/model';
import type { Resource } from '../../../access/model/model';
import { everybody } from '../../../access/questions/names';
import { indexOf, kit } from '../kit';
import { anything, document, stack } from './stacks';

const trust = document({
  Effect: 'Allow',
  Action: 'sts:AssumeRole',
  Principal: { Service: 'glue.amazonaws.com' },
});
const role = (name: string, more: object = {}) => ({ name, assume_role_policy: trust, ...more });
const policy = (name: string) => ({ name, policy: document(anything) });
const attachment = (of: string, policyArn: string) => ({ role: of, policy_arn: policyArn });
const names = (policies: readonly { readonly name: string }[] | undefined) =>
  policies?.map(({ name }) => name);

function resourceOf<K extends Resource['kind']>(kind: K, blocks: Record<string, Record<string, object>>) {
  const found = modelOfStacks([stack(blocks as never)]).resources.find((one) => one.kind === kind);
  return found as Extract<Resource, { kind: K }>;
}

describe('roles', () => {
  test('have what any stack attaches to them, and inline policies', () => {
    const own = stack({
      aws_iam_role: { one: role('one') },
      aws_iam_policy: { p: policy('own') },
      aws_iam_role_policy_attachment: {
        a: attachment('${aws_iam_role.one.name}', '${aws_iam_policy.p.arn}'),
      },
      aws_iam_role_policy: { i: { name: 'inline', role: 'one', policy: document(anything) } },
    });
    const other = stack(
      {
        aws_iam_policy: { p: policy('of-other') },
        aws_iam_role_policy_attachment: { a: attachment('one', '${aws_iam_policy.p.arn}') },
      },
      { id: 'other' },
    );
    const [found] = modelOfStacks([own, other]).principals;
    expect(names(found?.identity)).toEqual(['own', 'of-other', 'inline policy inline of one']);
    expect(found?.trust?.statements).toHaveLength(1);
  });

  test('of another account with the same name have nothing of it', () => {
    const own = stack({ aws_iam_role: { one: role('one') } });
    const other = stack(
      {
        aws_iam_policy: { p: policy('of-other') },
        aws_iam_role_policy_attachment: { a: attachment('one', '${aws_iam_policy.p.arn}') },
      },
      { id: 'other', account: '222222222222' },
    );
    expect(modelOfStacks([own, other]).principals[0]?.identity).toEqual([]);
  });

  test('with a policy that is not at hand: what it says is not known, and told', () => {
    const model = modelOfStacks([
      stack({
        aws_iam_role: {
          one: role('one', { permissions_boundary: 'arn:aws:iam::111111111111:policy/bound' }),
        },
        aws_iam_role_policy_attachment: {
          a: attachment('one', 'arn:aws:iam::111111111111:policy/elsewhere'),
        },
      }),
    ]);
    const operators = (model.principals[0]?.identity ?? [])
      .flatMap(({ statements }) => statements)
      .flatMap(({ conditions }) => conditions.map(({ operator }) => operator));
    expect(operators).toEqual(['Unknown', 'Unknown']);
    expect(model.principals[0]?.boundary?.statements[0]?.conditions[0]?.operator).toBe('Unknown');
    expect(model.assumptions.join()).toContain('elsewhere');
  });

  test('with a policy of AWS have its document', () => {
    const arn = 'arn:aws:iam::aws:policy/service-role/AWSGlueServiceRole';
    const [found] = modelOfStacks([
      stack({
        aws_iam_role: { one: role('one') },
        aws_iam_role_policy_attachment: { a: attachment('one', arn) },
      }),
    ]).principals;
    expect(found?.identity?.[0]?.statements[0]?.actions).toContain('glue:*');
  });

  test('of a roles module are called by their key, others by their module', () => {
    const model = modelOfStacks([
      stack({
        aws_iam_role: { 'roles__role__data-admin': role('a'), 'project__lake-formation': role('b') },
        aws_ssm_parameter: {
          p: {
            name: '/o/d/generated-role/data-admin/arn',
            value: '${aws_iam_role.roles__role__data-admin.arn}',
          },
        },
      }),
    ]);
    const labels = model.principals.map(({ label }) => label);
    expect(labels.slice(0, 2)).toEqual(['lake-dev/data-admin', 'lake-dev/project/lake-formation']);
  });
});

test('who deploys, and roles that policies name, are principals of whom nothing else is known', () => {
  const named = 'arn:aws:iam::111111111111:role/named';
  const model = modelOfStacks([
    stack({
      aws_s3_bucket: { b: { bucket: 'lake' } },
      aws_s3_bucket_policy: {
        b: {
          bucket: 'lake',
          policy: document({ ...anything, Principal: { AWS: ['${terraform_data.deployer.output}', named] } }),
        },
      },
      terraform_data: { deployer: {} },
    }),
  ]);
  expect(model.principals.map(({ label, identity }) => [label, identity])).toEqual([
    ['deployer', undefined],
    ['named', undefined],
  ]);
});

test('those of one name are told apart by their account, and both answer to the name', () => {
  const named = (account: string) => ({ AWS: `arn:aws:iam::${account}:role/auditor` });
  const lake = (id: string, account: string) =>
    stack(
      {
        aws_s3_bucket: { b: { bucket: id } },
        aws_s3_bucket_policy: {
          b: { bucket: id, policy: document({ ...anything, Principal: named(account) }) },
        },
      },
      { id, account },
    );
  const { principals } = modelOfStacks([lake('one', '111111111111'), lake('two', '222222222222')]);
  expect(principals.map(({ label, arn }) => [label, arn])).toEqual([
    ['auditor-111111111111', 'arn:aws:iam::111111111111:role/auditor'],
    ['deployer-111111111111', 'arn:aws:iam::111111111111:role/deployer'],
    ['auditor-222222222222', 'arn:aws:iam::222222222222:role/auditor'],
    ['deployer-222222222222', 'arn:aws:iam::222222222222:role/deployer'],
  ]);
  expect(principals.filter(({ aliases }) => aliases.includes('deployer'))).toHaveLength(2);
});

test('a role that is really called so is not the one that stands for all administrators', () => {
  const lake = stack({
    aws_s3_bucket: { b: { bucket: 'lake' } },
    aws_s3_bucket_policy: {
      b: {
        bucket: 'lake',
        policy: document({
          ...anything,
          Principal: { AWS: 'arn:aws:iam::111111111111:role/administrator' },
        }),
      },
    },
  });
  const model = modelOfStacks([lake]);
  expect(model.principals[0]?.label).toBe('arn:aws:iam::111111111111:role/administrator');
  const arns = everybody(model).flatMap(({ caller }) => ('arn' in caller ? [caller.arn] : []));
  expect(new Set(arns).size).toBe(arns.length);
});

test('ids that policies name stand for somebody of the account', () => {
  const ids = { 'aws:userId': ['AROAELSEWHERE:*', 'AROAELSEWHERE:me', 'AIDAUSER', 'AROA*'] };
  const { principals } = modelOfStacks([
    stack({
      aws_s3_bucket: { b: { bucket: 'lake' } },
      aws_s3_bucket_policy: {
        b: {
          bucket: 'lake',
          policy: document({ ...anything, Principal: '*', Condition: { StringLike: ids } }),
        },
      },
    }),
  ]);
  expect(principals.map(({ kind, id, account }) => [kind, id, account]).slice(1)).toEqual([
    ['user', 'AIDAUSER', '111111111111'],
    ['role', 'AROAELSEWHERE', '111111111111'],
  ]);
});

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

test.each<[string, object, object]>([
  ['a database', { database: { name: 'd' } }, { kind: 'database', database: 'd' }],
  [
    'all tables',
    { table: { database_name: 'd', wildcard: true } },
    { kind: 'table', database: 'd', table: '*' },
  ],
  ['a table', { table: { database_name: 'd', name: 't' } }, { kind: 'table', database: 'd', table: 't' }],
  [
    'columns',
    { table_with_columns: [{ database_name: 'd', name: 't', column_names: ['c'] }] },
    { kind: 'table', database: 'd', table: 't', columns: ['c'] },
  ],
  ['a location', { data_location: { arn: 'arn:x' } }, { kind: 'location', arn: 'arn:x' }],
  [
    'tags',
    { lf_tag_policy: { resource_type: 'TABLE', expression: [{ key: 'k', values: ['v'] }] } },
    { kind: 'lf-tag policy', resourceType: 'TABLE', expression: [{ key: 'k', values: ['v'] }] },
  ],
  ['the catalog', { catalog_resource: true }, { kind: 'catalog' }],
])('a grant on %s', (_name, on, expected) => {
  const [lakeFormation] = modelOfStacks([
    stack({ aws_lakeformation_permissions: { g: { principal: 'arn:p', permissions: ['ALL'], ...on } } }),
  ]).lakeFormation;
  expect(lakeFormation?.grants.map((grant) => grant.on)).toEqual([expected]);
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

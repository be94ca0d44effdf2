import type {
  AccessModel,
  Bucket,
  Catalog,
  Database,
  Key,
  LakeFormation,
  Principal,
} from '../../../access/model/model';
import { parsePolicy } from '../../../aws/iam/parse';
import type { PolicyKind } from '../../../aws/iam/policy';
import { ModelIndex } from '../../../access/questions/model-index';

export const account = '111111111111';
const region = 'eu-west-1';
const common = { account, region, tags: {}, origin: undefined };

/** A policy of some kind. */
export function policy(kind: PolicyKind, ...statements: readonly object[]) {
  const name = `${kind} policy`;
  return parsePolicy({ Version: '2012-10-17', Statement: statements }, { kind, name });
}

/** A role of the platform with identity policies. */
export function role(name: string, ...statements: readonly object[]): Principal {
  const arn = `arn:aws:iam::${account}:role/${name}`;
  return {
    kind: 'role',
    label: `lake-dev/${name}`,
    aliases: [name, arn],
    arn,
    id: `AROA${name.toUpperCase().padEnd(17, 'X')}`,
    account,
    tags: {},
    identity: statements.length > 0 ? [policy('identity', ...statements)] : [],
    origin: undefined,
  };
}

export function bucket(name: string, more: Partial<Bucket> = {}): Bucket {
  return {
    kind: 'bucket',
    label: name,
    name,
    arn: `arn:aws:s3:::${name}`,
    ...common,
    keyArn: undefined,
    bucketKey: true,
    publicAccessBlock: {
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    },
    objectOwnership: 'BucketOwnerEnforced',
    ...more,
  };
}

/** A key whose account decides by IAM, and further statements. */
export function key(name: string, ...statements: readonly object[]): Key {
  const root = {
    Effect: 'Allow',
    Action: 'kms:*',
    Resource: '*',
    Principal: { AWS: `arn:aws:iam::${account}:root` },
  };
  return {
    kind: 'key',
    label: name,
    arn: `arn:aws:kms:${region}:${account}:key/${name}`,
    ...common,
    aliases: [name],
    rotation: true,
    grants: [],
    policy: policy('resource', root, ...statements),
  };
}

export function database(name: string, location?: string): Database {
  const arn = `arn:aws:glue:${region}:${account}:database/${name}`;
  return { kind: 'database', label: name, name, arn, ...common, location };
}

export function lakeFormation(more: Partial<LakeFormation> = {}): LakeFormation {
  return {
    account,
    region,
    administrators: [],
    databaseDefaults: [],
    tableDefaults: [],
    grants: [],
    locations: [],
    tags: [],
    origin: { stack: 'lake-dev', address: 'settings', place: undefined },
    ...more,
  };
}

const catalog: Catalog = {
  kind: 'catalog',
  label: `${account}/${region}`,
  arn: `arn:aws:glue:${region}:${account}:catalog`,
  ...common,
  keyArn: undefined,
};

/** An index over principals, resources, the catalog of the account, and Lake Formation. */
export function indexOver(
  principals: readonly Principal[],
  resources: AccessModel['resources'],
  lf: readonly LakeFormation[] = [],
): ModelIndex {
  return new ModelIndex({
    partition: 'aws',
    principals,
    resources: [catalog, ...resources],
    lakeFormation: lf,
    assumptions: [],
  });
}

export const allow = (Action: string | string[], Resource: string | string[] = '*', more: object = {}) => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...more,
});
export const deny = (Action: string | string[], Resource: string | string[] = '*', more: object = {}) => ({
  ...allow(Action, Resource, more),
  Effect: 'Deny',
});

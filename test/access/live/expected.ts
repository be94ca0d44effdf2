import type { AccessModel, LakeFormation, Principal, Resource } from '../../../access/model/model';
import { parsePolicy } from '../../../aws/iam/parse';
import type { PolicyKind } from '../../../aws/iam/policy';
import type { TracedPolicy } from '../../../access/model/origin';
import type { Place } from '../../../diagnostics/diagnostic';

/** What the model of the synthesized stacks writes where no account is stated. */
export const unknownAccount = '000000000000';
const at = { account: unknownAccount, region: 'us-east-1', tags: {} } as const;

/** A place in YAML. */
export function line(number: number): Place {
  return { file: 'roles.yaml', line: number, column: 1 };
}

/** Where something of the model comes from. */
export function from(number: number) {
  return { stack: 'shared-dev', address: `aws_thing.n${number}`, place: line(number) };
}

/** A policy of the model whose statements stand on the given lines. */
export function policy(kind: PolicyKind, name: string, statements: object[], lines: number[]): TracedPolicy {
  const document = { Version: '2012-10-17', Statement: statements };
  return parsePolicy(document, { kind, name, origin: (index) => from(lines[index]!) });
}

/** An ARN with the account that stands in. */
export function arn(service: string, resource: string, region = 'us-east-1'): string {
  return `arn:aws:${service}:${region}:${unknownAccount}:${resource}`;
}

/** A role of the model. */
export function role(name: string, more: Partial<Principal> = {}): Principal {
  return {
    kind: 'role',
    label: `shared-dev/${name}`,
    aliases: [name, `aws_iam_role.${name}`],
    arn: arn('iam', `role/${name}`, ''),
    id: 'AROASTANDIN',
    account: unknownAccount,
    tags: {},
    identity: [],
    origin: from(1),
    ...more,
  };
}

type Wanted<K extends Resource['kind']> = Partial<Extract<Resource, { kind: K }>>;

const defaults: Record<string, object> = {
  bucket: {
    keyArn: undefined,
    bucketKey: false,
    objectOwnership: 'BucketOwnerEnforced',
    publicAccessBlock: {},
  },
  key: { aliases: [], rotation: false, grants: [] },
  catalog: { keyArn: undefined },
  database: { location: undefined },
  table: { location: undefined },
  workgroup: { enforced: false, outputLocation: undefined, keyArn: undefined },
  'studio domain': {
    authMode: 'IAM',
    networkAccess: 'VpcOnly',
    executionRoleIdentity: undefined,
    executionRoleArn: undefined,
    keyArn: undefined,
  },
  'user profile': { executionRoleArn: undefined },
  topic: { keyArn: undefined },
};

/** A resource of the model. */
export function resource<K extends Resource['kind']>(kind: K, label: string, more: Wanted<K>): Resource {
  return {
    ...at,
    kind,
    label,
    name: label,
    arn: `arn:${label}`,
    origin: from(9),
    ...defaults[kind],
    ...more,
  } as unknown as Resource;
}

/** Lake Formation in the model. */
export function lakeFormation(more: Partial<LakeFormation> = {}): LakeFormation {
  return {
    account: unknownAccount,
    region: 'us-east-1',
    administrators: [],
    databaseDefaults: [],
    tableDefaults: [],
    grants: [],
    locations: [],
    tags: [],
    origin: from(20),
    ...more,
  };
}

/** A model. */
export function model(more: Partial<AccessModel>): AccessModel {
  return { partition: 'aws', principals: [], resources: [], lakeFormation: [], assumptions: [], ...more };
}

import { defaultDeny, type DefaultDeny } from './bucket-default-deny';
import { assetStatements, emptying } from './bucket-deployer';
import { listStatements } from './bucket-list';
import { reachStatements } from './bucket-reach';
import { objectActions, type AccessLevel } from './actions';
import { objectsBelow } from './location';
import type { PolicyStatement } from '../../aws/iam/statement';
import { byUserId, distinct } from './principals';
import type { ConfigPath } from '../config/locate';
import type { ModuleScope, Role } from '../module/scope';

/** Access to the objects below a prefix. */
export interface PrefixAccess {
  /** `/` is the whole bucket. */
  readonly prefix: string;
  readonly level: AccessLevel;
  readonly roles?: readonly Role[];
  /** Principals named by ARN, where they are not among the roles of another entry. */
  readonly principalArns?: readonly string[];
  /** The part of the module's YAML that gives it. */
  readonly from?: ConfigPath;
}

/** The identities that run Terraform; read only where a policy names them, because an unstated one is looked up. */
export type Identities = Pick<ModuleScope, 'deployer' | 'planner'>;

/** Everything that decides a bucket's policy. Pure. */
export interface BucketAccess {
  readonly bucketArn: string;
  /** ARNs of the keys that uploads may name, the bucket's own first; undefined where uploads may name any. */
  readonly keyArns: readonly string[] | undefined;
  readonly prefixAccess: readonly PrefixAccess[];
  /** Roles that list the bucket, those with prefixes only below them. */
  readonly listRoles: readonly Role[];
  readonly serviceStatements: readonly PolicyStatement[];
  /**
   * Nobody but those of `prefixAccess` reaches objects, and nobody of them reaches more, whatever IAM policies say;
   * undefined where they may.
   */
  readonly defaultDeny: DefaultDeny | undefined;
  /** Prefixes that Terraform writes to. */
  readonly deployerPrefixes: readonly string[];
  readonly identities: Identities;
  /** Both keys for destruction were given: the deployer may delete. */
  readonly allowDataLoss: boolean;
}

/** The statements of a bucket's policy: what is refused to all, what is granted, what is refused besides. */
export function bucketStatements(access: BucketAccess): readonly PolicyStatement[] {
  return [
    denyInsecureTransport(access.bucketArn),
    ...(access.keyArns ? denyOtherEncryption(access.bucketArn, access.keyArns) : []),
    ...access.serviceStatements,
    ...access.prefixAccess.flatMap((entry) => prefixStatements(access.bucketArn, entry)),
    ...(access.deployerPrefixes.length > 0 ? assetStatements(access) : []),
    ...(access.allowDataLoss ? [emptying(access)] : []),
    ...listStatements(access.bucketArn, access.prefixAccess, distinct(access.listRoles)),
    ...(access.defaultDeny
      ? [
          ...defaultDeny(access, withGranted(access, access.defaultDeny)),
          ...reachStatements(access, access.defaultDeny),
        ]
      : []),
  ];
}

function denyInsecureTransport(arn: string): PolicyStatement {
  return {
    sid: 'DenyInsecureTransport',
    effect: 'Deny',
    actions: ['s3:*'],
    resources: [arn, `${arn}/*`],
    principals: '*',
    conditions: { Bool: { 'aws:SecureTransport': 'false' } },
  };
}

/** Uploads without any encryption header pass, because the bucket encrypts them with its key. */
function denyOtherEncryption(arn: string, keyArns: readonly string[]): readonly PolicyStatement[] {
  const algorithm = 's3:x-amz-server-side-encryption';
  const keyId = 's3:x-amz-server-side-encryption-aws-kms-key-id';
  const customerKey = 's3:x-amz-server-side-encryption-customer-algorithm';
  const deny = (sid: string, conditions: NonNullable<PolicyStatement['conditions']>): PolicyStatement => ({
    sid,
    effect: 'Deny',
    actions: ['s3:PutObject'],
    resources: [`${arn}/*`],
    principals: '*',
    conditions,
  });
  return [
    deny('DenyOtherEncryption', {
      Null: { [algorithm]: 'false' },
      StringNotEquals: { [algorithm]: 'aws:kms' },
    }),
    // Without a key id S3 would take the key that AWS manages.
    deny('DenyManagedKey', { StringEquals: { [algorithm]: 'aws:kms' }, Null: { [keyId]: 'true' } }),
    deny('DenyOtherKey', { Null: { [keyId]: 'false' }, StringNotEquals: { [keyId]: keyArns } }),
    deny('DenyCustomerProvidedKey', { Null: { [customerKey]: 'false' } }),
  ];
}

const levelNames: Readonly<Record<AccessLevel, string>> = {
  read: 'Read',
  readwrite: 'ReadWrite',
  super: 'ReadWriteSuper',
};

function prefixStatements(arn: string, entry: PrefixAccess): readonly PolicyStatement[] {
  const { prefix, level, roles = [], principalArns = [], from } = entry;
  const grant = {
    ...(from && { from }),
    sid: `${prefix} ${levelNames[level]}`,
    actions: objectActions[level],
    resources: [`${arn}${objectsBelow(prefix)}`],
  };
  return [
    { ...grant, ...byUserId(distinct(roles)) },
    { ...grant, principals: { AWS: principalArns } },
  ];
}

/** Whoever is granted something is exempt from the default deny, or the grant would be void. */
function withGranted(access: BucketAccess, deny: DefaultDeny): DefaultDeny {
  const roles = access.prefixAccess.flatMap((entry) => entry.roles ?? []);
  const arns = access.prefixAccess.flatMap((entry) => entry.principalArns ?? []);
  return {
    ...deny,
    exemptRoles: distinct([...roles, ...(deny.exemptRoles ?? [])]),
    exemptArns: [...arns, ...(deny.exemptArns ?? [])],
  };
}

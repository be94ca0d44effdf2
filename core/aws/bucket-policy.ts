import type { PolicyStatement } from '../../aws/iam/statement';
import { objectActions, type AccessLevel } from './actions';
import type { BucketAccess, PrefixAccess, DefaultDeny } from './bucket-access';
import { defaultDeny } from './bucket-default-deny';
import { assetStatements, emptying } from './bucket-deployer';
import { listStatements } from './bucket-list';
import { reachStatements } from './bucket-reach';
import { objectsBelow } from './location';
import { distinct, byUserId } from './principals';

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

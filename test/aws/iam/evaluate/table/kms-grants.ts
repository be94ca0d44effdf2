import { account, denyTo, docs, key, roleArn, trail, type Row } from './row';

const use = { action: 'kms:Decrypt', resource: key, decides: true } as const;
const s3Context = {
  'kms:EncryptionContext:aws:s3:arn': 'arn:aws:s3:::lake/a',
  'kms:EncryptionContextKeys': ['aws:s3:arn'],
};
const equals = {
  grantee: roleArn,
  operations: ['Decrypt', 'DescribeKey'],
  encryptionContextEquals: { 'aws:s3:arn': 'arn:aws:s3:::lake/a' },
};
const subset = {
  grantee: roleArn,
  operations: ['Decrypt'],
  encryptionContextSubset: { 'AWS:s3:ARN': 'arn:aws:s3:::lake/a' },
};

/** Grants of keys stand beside the key's policy. */
export const kmsGrants: readonly Row[] = [
  {
    name: 'a grant to the role',
    source: docs.grants,
    ...use,
    policy: [],
    grants: [{ grantee: roleArn, operations: ['Decrypt'] }],
    expected: 'allowed',
  },
  {
    name: 'a grant of another operation',
    source: docs.grants,
    ...use,
    policy: [],
    grants: [{ grantee: roleArn, operations: ['Encrypt'] }],
    expected: 'implicitly denied',
  },
  {
    name: 'a grant to another role',
    source: docs.grants,
    ...use,
    policy: [],
    grants: [{ grantee: `${roleArn}-2`, operations: ['Decrypt'] }],
    expected: 'implicitly denied',
  },
  {
    name: 'a grant to the session',
    source: docs.grants,
    ...use,
    policy: [],
    grants: [{ grantee: `arn:aws:sts::${account}:assumed-role/analyst/jo`, operations: ['Decrypt'] }],
    expected: 'allowed',
  },
  {
    name: 'a grant to a service',
    source: docs.grants,
    ...use,
    caller: trail,
    policy: [],
    grants: [{ grantee: trail.service, operations: ['Decrypt'] }],
    expected: 'allowed',
  },
  {
    name: 'a key deny beats a grant',
    source: docs.grants,
    ...use,
    policy: [denyTo('*', 'kms:Decrypt', '*')],
    grants: [{ grantee: roleArn, operations: ['Decrypt'] }],
    expected: 'explicitly denied',
  },
  {
    name: 'a grant with the same encryption context',
    source: docs.constraints,
    ...use,
    policy: [],
    grants: [equals],
    context: s3Context,
    expected: 'allowed',
  },
  {
    name: 'a grant with one pair less',
    source: docs.constraints,
    ...use,
    policy: [],
    grants: [equals],
    context: {
      ...s3Context,
      'kms:EncryptionContext:x': 'y',
      'kms:EncryptionContextKeys': ['aws:s3:arn', 'x'],
    },
    expected: 'implicitly denied',
  },
  {
    name: 'a grant with another value',
    source: docs.constraints,
    ...use,
    policy: [],
    grants: [equals],
    context: { ...s3Context, 'kms:EncryptionContext:aws:s3:arn': 'arn:aws:s3:::lake/A' },
    expected: 'implicitly denied',
  },
  {
    name: 'a grant with an encryption context nobody knows',
    source: docs.constraints,
    ...use,
    policy: [],
    grants: [equals],
    otherwise: 'unknown',
    expected: 'unknown',
  },
  {
    name: 'a grant whose constraint does not bind the operation',
    source: docs.constraints,
    ...use,
    action: 'kms:DescribeKey',
    policy: [],
    grants: [equals],
    expected: 'allowed',
  },
  {
    name: 'a grant with a part of the encryption context',
    source: docs.constraints,
    ...use,
    policy: [],
    grants: [subset],
    context: {
      ...s3Context,
      'kms:EncryptionContext:x': 'y',
      'kms:EncryptionContextKeys': ['aws:s3:arn', 'x'],
    },
    expected: 'allowed',
  },
  {
    name: 'a grant with more than the encryption context',
    source: docs.constraints,
    ...use,
    policy: [],
    grants: [subset],
    expected: 'implicitly denied',
  },
];

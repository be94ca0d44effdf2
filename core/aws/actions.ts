const withPrefix = (service: string, ...actions: readonly string[]) =>
  actions.map((action) => `${service}:${action}`);

/** To write with a key. */
export const kmsEncrypt: readonly string[] = withPrefix(
  'kms',
  'Encrypt',
  'ReEncryptFrom',
  'ReEncryptTo',
  'GenerateDataKey',
  'GenerateDataKeyWithoutPlaintext',
  'GenerateDataKeyPair',
  'GenerateDataKeyPairWithoutPlaintext',
);

/** To read with a key. */
export const kmsDecrypt: readonly string[] = ['kms:Decrypt'];

/** To read and write with a key. */
export const kmsUse: readonly string[] = [...kmsDecrypt, ...kmsEncrypt];

/** To administer a key, without the use of it. */
export const kmsAdminister: readonly string[] = withPrefix(
  'kms',
  ...['Create', 'Describe', 'Enable', 'List', 'Put', 'Update', 'Revoke', 'Disable', 'Get', 'Delete'].map(
    (verb) => `${verb}*`,
  ),
  'TagResource',
  'UntagResource',
  'ScheduleKeyDeletion',
  'CancelKeyDeletion',
);

/** What a level of access means for the objects below a prefix. */
export type AccessLevel = 'read' | 'readwrite' | 'super';

const read = ['s3:GetObject*'];
const write = [
  ...read,
  's3:PutObject',
  's3:PutObjectTagging',
  's3:DeleteObject',
  // Whoever uploads in parts must be able to give up and to resume.
  's3:AbortMultipartUpload',
  's3:ListMultipartUploadParts',
];

/** Actions on objects, by level. */
export const objectActions: Readonly<Record<AccessLevel, readonly string[]>> = {
  read,
  readwrite: write,
  super: [...write, 's3:DeleteObjectVersion'],
};

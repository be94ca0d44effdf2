/** Kinds of physical names, each with AWS's own rule. */
export type NameKind =
  | 's3 bucket'
  | 's3 access point'
  | 'iam role'
  | 'iam policy'
  | 'saml provider'
  | 'kms alias'
  | 'glue database'
  | 'glue table'
  | 'glue crawler'
  | 'glue classifier'
  | 'glue connection'
  | 'glue security configuration'
  | 'athena workgroup'
  | 'athena data catalog'
  | 'cloudtrail trail'
  | 'sns topic'
  | 'sqs queue'
  | 'log group'
  | 'events rule'
  | 'security group'
  | 'sagemaker domain'
  | 'sagemaker user profile'
  | 'sagemaker space'
  | 'sagemaker lifecycle config'
  | 'sagemaker notebook instance'
  | 'mlflow tracking server'
  | 'storage lens'
  | 'ram share'
  | 'lf tag';

interface NameRule {
  readonly min?: number;
  readonly max: number;
  readonly pattern: RegExp;
  /** What {@link pattern} says, for people. */
  readonly allows: string;
}

const iam = { pattern: /^[\w+=,.@-]+$/, allows: 'letters, digits and + = , . @ _ -' };
const line = { max: 255, pattern: /^[^\p{Cc}]+$/u, allows: 'characters of a single line' };
const hive = { max: 255, pattern: /^[^\p{Cc}\p{Lu}]+$/u, allows: 'a single line without capital letters' };
const sagemaker = {
  max: 63,
  pattern: /^[A-Za-z0-9](-*[A-Za-z0-9])*$/,
  allows: 'letters, digits and dashes, a letter or digit at both ends',
};

const rules: Readonly<Record<NameKind, NameRule>> = {
  's3 bucket': {
    min: 3,
    max: 63,
    pattern:
      /^(?!xn--|sthree-|amzn-s3-demo-|\d+\.\d+\.\d+\.\d+$)(?!.*(\.\.|-s3alias$|--ol-s3$|\.mrap$|--x-s3$|--table-s3$))[a-z0-9][a-z0-9.-]*[a-z0-9]$/,
    allows:
      'lower-case letters, digits, dots and dashes, a letter or digit at both ends, none of the prefixes and suffixes that S3 reserves',
  },
  's3 access point': {
    min: 3,
    max: 50,
    pattern: /^(?!xn--)(?!.*-s3alias$)[a-z0-9][a-z0-9-]*[a-z0-9]$/,
    allows: 'lower-case letters, digits and dashes, a letter or digit at both ends',
  },
  'iam role': { max: 64, ...iam },
  'iam policy': { max: 128, ...iam },
  'saml provider': { max: 128, pattern: /^[\w.-]+$/, allows: 'letters, digits and . _ -' },
  'kms alias': {
    max: 256,
    pattern: /^(?!(alias\/)?aws\/)(alias\/)?[A-Za-z0-9/_-]+$/,
    allows: 'letters, digits and / _ -, not beginning with aws/',
  },
  'glue database': hive,
  'glue table': hive,
  'glue crawler': line,
  'glue classifier': line,
  'glue connection': line,
  'glue security configuration': line,
  'athena workgroup': { max: 128, pattern: /^[\w.-]+$/, allows: 'letters, digits and . _ -' },
  'athena data catalog': { max: 127, pattern: /^[\w@-]+$/, allows: 'letters, digits and _ @ -' },
  'cloudtrail trail': {
    min: 3,
    max: 128,
    pattern: /^(?!\d+\.\d+\.\d+\.\d+$)[A-Za-z0-9]+([._-][A-Za-z0-9]+)*$/,
    allows: 'letters and digits with single . _ - between them',
  },
  'sns topic': { max: 256, pattern: /^[\w-]+$/, allows: 'letters, digits and _ -' },
  'sqs queue': { max: 80, pattern: /^[\w-]+$/, allows: 'letters, digits and _ -' },
  'log group': { max: 512, pattern: /^[\w./#-]+$/, allows: 'letters, digits and . / # _ -' },
  'events rule': { max: 64, pattern: /^[\w.-]+$/, allows: 'letters, digits and . _ -' },
  'security group': {
    max: 255,
    pattern: /^(?!sg-)[A-Za-z0-9 ._:/()#,@[\]+=&;{}!$*-]+$/,
    allows: 'letters, digits, spaces and ._-:/()#,@[]+=&;{}!$*, not beginning with sg-',
  },
  'sagemaker domain': sagemaker,
  'sagemaker user profile': sagemaker,
  'sagemaker space': sagemaker,
  'sagemaker lifecycle config': sagemaker,
  'sagemaker notebook instance': sagemaker,
  'mlflow tracking server': { ...sagemaker, max: 256 },
  'storage lens': { max: 64, pattern: /^[\w.-]+$/, allows: 'letters, digits and . _ -' },
  'ram share': line,
  'lf tag': {
    max: 128,
    pattern: /^[\p{L}\p{Z}\p{N}_.:/=+\-@%]+$/u,
    allows: 'letters, digits, spaces and _.:/=+-@%',
  },
};

/** A sentence that says why AWS would refuse the name, or undefined where it would not. */
export function checkName(kind: NameKind, name: string): string | undefined {
  const { min = 1, max, pattern, allows } = rules[kind];
  const subject = `the ${kind} name "${name}"`;
  if (name.length > max) return `${subject} has ${name.length} characters, AWS allows ${max}`;
  if (name.length < min) return `${subject} has ${name.length} characters, AWS wants at least ${min}`;
  return pattern.test(name) ? undefined : `${subject} is not made of ${allows}`;
}

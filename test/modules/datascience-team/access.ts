import type { ContextValues } from '../../../aws/iam/evaluate/context';
import { ask as answerTo, session, type Documents, type Outcome } from '../../support/decide';
import { resource, resources, type StackJson } from '../../support/synth';

const account = '111111111111';

/** The ARN of something of SageMaker in the account of the tests. */
export const sagemakerArn = (name: string): string => `arn:aws:sagemaker:eu-west-1:${account}:${name}`;

/** What AWS will call a team's things, made up from the addresses that Terraform has for them. */
export const physical = {
  keyArn: (team: string) => `arn:aws:kms:eu-west-1:${account}:key/${team}__minilake`,
  domainId: (team: string) => `d-${team}__domain`,
  domainArn: (team: string) => sagemakerArn(`domain/d-${team}__domain`),
  roleId: (name: string) => `AROA${name.toUpperCase()}`,
  roleArn: (name: string) => `arn:aws:iam::${account}:role/${name}`,
};

/** A document as AWS would get it. */
function applied(document: string): string {
  return document
    .replace(/(?<!\$)\$\{aws_kms_key\.([\w-]+)\.arn\}/g, `arn:aws:kms:eu-west-1:${account}:key/$1`)
    .replace(/(?<!\$)\$\{aws_sagemaker_domain\.([\w-]+)\.id\}/g, 'd-$1')
    .replace(/(?<!\$)\$\{aws_sagemaker_domain\.([\w-]+)\.arn\}/g, sagemakerArn('domain/d-$1'))
    .replace(/(?<!\$)\$\{aws_iam_role\.([\w-]+)\.unique_id\}/g, '$1');
}

function document(json: StackJson, type: string, key: string): string {
  return applied(resource(json, type, key).policy as string);
}

/** The managed policies that the stack attaches to a role. */
function attachedTo(json: StackJson, role: string): readonly string[] {
  return Object.values(resources(json, 'aws_iam_role_policy_attachment'))
    .filter((attachment) => attachment.role === role)
    .map(({ policy_arn }) => /aws_iam_policy\.([\w-]+)\.arn/.exec(policy_arn as string)?.[1] ?? '')
    .map((key) => document(json, 'aws_iam_policy', key));
}

export interface Ask {
  /** Name of the role; its session is `someone`. */
  readonly role: string;
  readonly action: string;
  readonly resource: string;
  /** Keys that are not told are absent. */
  readonly context?: ContextValues;
  /** What other policies of the role allow, as statements. */
  readonly besides?: readonly object[];
}

/** What AWS would answer to a role, with the policies of the stack. */
export function ask(
  json: StackJson,
  { role, action, resource: arn, context = {}, besides = [] }: Ask,
): Outcome {
  const caller = session(physical.roleArn(role), physical.roleId(role));
  return answerTo(
    { caller, action, resource: arn, context },
    { identity: [...attachedTo(json, role), besides], ...resourcePolicy(json, arn) },
  );
}

function resourcePolicy(json: StackJson, arn: string): Documents {
  const key = /:key\/(.*)$/.exec(arn)?.[1];
  if (key !== undefined) return { key: document(json, 'aws_kms_key', key) };
  const bucket = /^arn:aws:s3:::(?:.*-)?(\w+)-minilake-projects/.exec(arn)?.[1];
  return bucket === undefined
    ? {}
    : { resource: document(json, 'aws_s3_bucket_policy', `${bucket}__projects`) };
}

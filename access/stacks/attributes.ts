import { arnAt, iamArn, s3Arn } from '../../aws/arn';
import { domainIdOf, keyIdOf, roleIdOf, valueOf } from './stand-in';
import type { Block, StackSource } from './stack-source';

/** What is needed to work out an attribute of a resource that does not exist yet. */
export interface AttributeContext {
  readonly stack: StackSource;
  /** `<type>.<id>`. */
  readonly address: string;
  readonly block: Block;
  /** An argument of the resource as text, resolved. */
  argument(name: string): string | undefined;
}

type Rule = (context: AttributeContext) => string | undefined;

/** Attributes that AWS computes, by resource type. Arguments need no rule. */
const rules: Readonly<Record<string, Readonly<Record<string, Rule>>>> = {
  aws_iam_role: {
    arn: (c) => iam(c, `role/${c.argument('name') ?? ''}`),
    unique_id: (c) => roleIdOf(iam(c, `role/${c.argument('name') ?? ''}`)),
    id: (c) => c.argument('name'),
  },
  aws_iam_policy: { arn: (c) => iam(c, `policy/${c.argument('name') ?? ''}`) },
  aws_iam_saml_provider: { arn: (c) => iam(c, `saml-provider/${c.argument('name') ?? ''}`) },
  aws_kms_key: {
    arn: (c) => regional(c, 'kms', `key/${keyIdOf(own(c))}`),
    key_id: (c) => keyIdOf(own(c)),
    id: (c) => keyIdOf(own(c)),
  },
  aws_s3_bucket: {
    arn: (c) => s3Arn(c.stack, c.argument('bucket') ?? ''),
    id: (c) => c.argument('bucket'),
  },
  aws_s3_access_point: {
    arn: (c) => regional(c, 's3', `accesspoint/${c.argument('name') ?? ''}`),
  },
  aws_athena_workgroup: {
    arn: (c) => regional(c, 'athena', `workgroup/${c.argument('name') ?? ''}`),
    id: (c) => c.argument('name'),
  },
  aws_sagemaker_domain: {
    id: (c) => domainIdOf(own(c)),
    arn: (c) => regional(c, 'sagemaker', `domain/${domainIdOf(own(c))}`),
  },
  aws_sagemaker_user_profile: {
    arn: (c) =>
      regional(
        c,
        'sagemaker',
        `user-profile/${c.argument('domain_id') ?? ''}/${c.argument('user_profile_name') ?? ''}`,
      ),
  },
  aws_sagemaker_space: {
    arn: (c) =>
      regional(c, 'sagemaker', `space/${c.argument('domain_id') ?? ''}/${c.argument('space_name') ?? ''}`),
  },
  aws_sagemaker_mlflow_tracking_server: {
    arn: (c) =>
      regional(c, 'sagemaker', `mlflow-tracking-server/${c.argument('tracking_server_name') ?? ''}`),
  },
  aws_sns_topic: { arn: (c) => regional(c, 'sns', c.argument('name') ?? '') },
  aws_sqs_queue: { arn: (c) => regional(c, 'sqs', c.argument('name') ?? '') },
  aws_glue_catalog_database: {
    arn: (c) => regional(c, 'glue', `database/${c.argument('name') ?? ''}`),
  },
  aws_glue_crawler: {
    arn: (c) => regional(c, 'glue', `crawler/${c.argument('name') ?? ''}`),
    id: (c) => c.argument('name'),
  },
  aws_cloudtrail: { arn: (c) => regional(c, 'cloudtrail', `trail/${c.argument('name') ?? ''}`) },
  terraform_data: { output: deployer },
};

/** The value of an attribute; a stand-in where nothing is known about it. */
export function attributeOf(type: string, attribute: string, context: AttributeContext): string {
  const found = rules[type]?.[attribute]?.(context) ?? context.argument(attribute);
  return found ?? valueOf(`${own(context)}.${attribute}`);
}

/** ARN of the identity that deploys, stated or, until it has applied, a stand-in. */
export function deployerArn(stack: StackSource): string {
  return stack.deployRoleArn ?? iamArn(stack, 'role/deployer');
}

function deployer({ address, stack }: AttributeContext): string | undefined {
  return address === 'terraform_data.deployer' ? deployerArn(stack) : undefined;
}

function iam({ stack }: AttributeContext, resource: string): string {
  return iamArn(stack, resource);
}

function regional({ stack }: AttributeContext, service: string, resource: string): string {
  return arnAt(stack, service, resource);
}

function own({ stack, address }: AttributeContext): string {
  return `${stack.id}/${address}`;
}

import type { NameKind } from '../../aws/limits';
import type { Module } from '../../core/platform/platform';
import { parameters, resources, type StackJson } from './synth';

const named: Readonly<Record<NameKind, readonly [type: string, attribute: string]>> = {
  's3 bucket': ['aws_s3_bucket', 'bucket'],
  's3 access point': ['aws_s3_access_point', 'name'],
  'iam role': ['aws_iam_role', 'name'],
  'iam policy': ['aws_iam_policy', 'name'],
  'saml provider': ['aws_iam_saml_provider', 'name'],
  'kms alias': ['aws_kms_alias', 'name'],
  'glue database': ['aws_glue_catalog_database', 'name'],
  'glue table': ['aws_glue_catalog_table', 'name'],
  'glue crawler': ['aws_glue_crawler', 'name'],
  'glue classifier': ['aws_glue_classifier', 'name'],
  'glue connection': ['aws_glue_connection', 'name'],
  'glue security configuration': ['aws_glue_security_configuration', 'name'],
  'athena workgroup': ['aws_athena_workgroup', 'name'],
  'athena data catalog': ['aws_athena_data_catalog', 'name'],
  'cloudtrail trail': ['aws_cloudtrail', 'name'],
  'sns topic': ['aws_sns_topic', 'name'],
  'sqs queue': ['aws_sqs_queue', 'name'],
  'log group': ['aws_cloudwatch_log_group', 'name'],
  'events rule': ['aws_cloudwatch_event_rule', 'name'],
  'security group': ['aws_security_group', 'name'],
  'sagemaker domain': ['aws_sagemaker_domain', 'domain_name'],
  'sagemaker user profile': ['aws_sagemaker_user_profile', 'user_profile_name'],
  'sagemaker space': ['aws_sagemaker_space', 'space_name'],
  'sagemaker lifecycle config': ['aws_sagemaker_studio_lifecycle_config', 'studio_lifecycle_config_name'],
  'sagemaker notebook instance': ['aws_sagemaker_notebook_instance', 'name'],
  'mlflow tracking server': ['aws_sagemaker_mlflow_tracking_server', 'tracking_server_name'],
  'storage lens': ['aws_s3control_storage_lens_configuration', 'config_id'],
  'ram share': ['aws_ram_resource_share', 'name'],
  'lf tag': ['aws_lakeformation_lf_tag', 'key'],
};

/** What a stack's modules declare, without any order. */
export function declared(modules: readonly Module[]): object {
  return {
    publishes: modules.flatMap(({ declaration }) => declaration.publishes).sort(),
    names: modules
      .flatMap(({ declaration }) => declaration.names)
      .map(({ kind, name }) => `${kind} ${name.replace(/^alias\//, '')}`)
      .sort(),
  };
}

/** What a stack really makes, in the same form. */
export function built(json: StackJson): object {
  return {
    publishes: Object.keys(parameters(json)).sort(),
    names: Object.entries(named)
      .flatMap(([kind, [type, attribute]]) =>
        Object.values(resources(json, type)).map(
          (block) => `${kind} ${String(block[attribute]).replace(/^alias\//, '')}`,
        ),
      )
      .sort(),
  };
}

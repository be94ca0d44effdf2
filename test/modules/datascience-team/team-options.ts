import type { OptionCase } from '../../support/options';
import { parameters, resource, resources, statement, type StackJson } from '../../support/synth';
import { admin, execution, studio, team, user } from './team';

const prefix = 'test-org-test-env-test-domain-test-module';
const bucketArn = `arn:aws:s3:::${prefix}-minilake-projects`;

const bucketPolicy = (json: StackJson): string => resource(json, 'aws_s3_bucket_policy').policy as string;
const inventory = (json: StackJson) => resource(json, 'aws_s3_bucket_inventory', 'projects__all');
const server = (json: StackJson) => resource(json, 'aws_sagemaker_mlflow_tracking_server');
const mlflow = (added: Readonly<Record<string, unknown>> = {}) =>
  team({ mlflow: { enabled: true, ...added } });
const remote = (added: Readonly<Record<string, unknown>> = {}) =>
  team({ inventories: { all: { prefix: 'projects/', destinationBucket: 'lists', ...added } } });
const space = (json: StackJson) => resource(json, 'aws_sagemaker_space');
const attached = (json: StackJson, role: string) =>
  Object.values(resources(json, 'aws_iam_role_policy_attachment')).filter((block) => block.role === role);

/** Cases for the options of a team beside its Studio domain. */
export const teamOptions: Readonly<Record<string, OptionCase>> = {
  'team team.dataAdminRoles': {
    config: team({ dataAdminRoles: [{ ...admin, id: 'AROAOTHER' }] }),
    expect: (json) => {
      expect(statement(bucketPolicy(json), 'ReadWriteSuper')).toMatchObject({
        Resource: `${bucketArn}/*`,
        Condition: { StringLike: { 'aws:userId': 'AROAOTHER:*' } },
      });
      expect(attached(json, 'admin')).toEqual([]);
    },
  },
  'team.teamUserRoles': {
    config: team({ teamUserRoles: [user, { id: 'AROASSO', arn: `${user.arn}-sso`, immutable: true }] }),
    expect: (json) => {
      expect(attached(json, 'user')).toHaveLength(6);
      expect(attached(json, 'user-sso')).toEqual([]);
      const { Condition } = statement(bucketPolicy(json), 'ProjectsReadWrite');
      expect(Condition.StringLike['aws:userId']).toEqual(['AROAEXECUTION:*', 'AROAUSER:*', 'AROASSO:*']);
    },
  },
  'team.teamExecutionRole': {
    config: studio(),
    expect: (json) => {
      expect(attached(json, 'execution')).toHaveLength(7);
      expect(resource(json, 'aws_sagemaker_user_profile').user_settings.execution_role).toBe(execution.arn);
    },
  },
  'team.inventories team.inventories.*.prefix': {
    config: team({ inventories: { all: { prefix: 'projects/' } } }),
    expect: (json) => {
      expect(inventory(json).filter.prefix).toBe('projects/');
      expect(inventory(json).destination.bucket.prefix).toBe('inventory');
      expect(resource(json, 'aws_glue_catalog_table')).toMatchObject({
        name: 'projects_inv',
        database_name: '${aws_glue_catalog_database.test-module__util.name}',
      });
      expect(statement(bucketPolicy(json), 'AllowS3Inventory').Condition.ArnLike).toEqual({
        'aws:SourceArn': bucketArn,
      });
      expect(statement(resource(json, 'aws_kms_key').policy as string, 'Inventory').Principal).toEqual({
        Service: 's3.amazonaws.com',
      });
    },
  },
  'team.inventories.*.destinationBucket': {
    config: remote(),
    expect: (json) => {
      expect(inventory(json).destination.bucket.bucket_arn).toBe('arn:aws:s3:::lists');
      expect(resources(json, 'aws_glue_catalog_table')).toEqual({});
    },
  },
  'team.inventories.*.destinationPrefix': {
    config: remote({ destinationPrefix: 'team/' }),
    expect: (json) => expect(inventory(json).destination.bucket.prefix).toBe('team'),
  },
  'team.inventories.*.destinationAccount': {
    config: remote({ destinationAccount: '222222222222' }),
    expect: (json) => expect(inventory(json).destination.bucket.account_id).toBe('222222222222'),
  },
  'team.studioDomainConfig': {
    config: studio(),
    expect: (json) =>
      expect(resource(json, 'aws_sagemaker_domain')).toMatchObject({
        domain_name: prefix,
        app_network_access_type: 'VpcOnly',
        kms_key_id: '${aws_kms_key.test-module__minilake.key_id}',
      }),
  },
  'team.verbatimPolicyNamePrefix': {
    config: studio({}, { verbatimPolicyNamePrefix: 'scientists' }),
    expect: (json) =>
      expect(
        Object.values(resources(json, 'aws_iam_policy'))
          .map(({ name }) => name as string)
          .sort(),
      ).toEqual([
        'scientists',
        'scientists-athena-wg-usage',
        'scientists-basic-execution',
        'scientists-sm-guardrail',
        'scientists-sm-read',
        'scientists-sm-write',
        'scientists-sm-write-2',
      ]),
  },
  'team.mlflow team.mlflow.enabled': {
    config: mlflow(),
    expect: (json) =>
      expect(server(json)).toMatchObject({
        tracking_server_name: `${prefix}-mlflow-tracking`,
        tracking_server_size: 'Small',
        automatic_model_registration: false,
        role_arn: '${aws_iam_role.test-module__mlflow.arn}',
        artifact_store_uri: 's3://${aws_s3_bucket_policy.test-module__projects.bucket}/mlflow-artifacts',
      }),
  },
  'team.mlflow.serverName': {
    config: mlflow({ serverName: 'runs' }),
    expect: (json) => expect(server(json).tracking_server_name).toBe('runs'),
  },
  'team.mlflow.serverVersion': {
    config: mlflow({ serverVersion: '2.13.2' }),
    expect: (json) => expect(server(json).mlflow_version).toBe('2.13.2'),
  },
  'team.mlflow.serverSize': {
    config: mlflow({ serverSize: 'Large' }),
    expect: (json) => expect(server(json).tracking_server_size).toBe('Large'),
  },
  'team.mlflow.automaticModelRegistration': {
    config: mlflow({ automaticModelRegistration: true }),
    expect: (json) => {
      expect(server(json).automatic_model_registration).toBe(true);
      const { policy } = resource(json, 'aws_iam_role_policy');
      expect(statement(policy as string, 'Registration').Action).toContain('sagemaker:CreateModelPackage');
    },
  },
  'team.mlflow.artifactStorePrefix': {
    config: mlflow({ artifactStorePrefix: '/runs/' }),
    expect: (json) => {
      expect(server(json).artifact_store_uri).toMatch(/\/runs$/);
      const { policy } = resource(json, 'aws_iam_role_policy');
      expect(statement(policy as string, 'Artifacts').Resource).toBe(`${bucketArn}/runs/*`);
      expect(statement(bucketPolicy(json), 'RunsReadWrite').Resource).toBe(`${bucketArn}/runs/*`);
    },
  },
  'team.jupyterLab team.jupyterLab.enabled': {
    config: studio({}, { jupyterLab: { enabled: true } }),
    expect: (json) => {
      expect(space(json)).toMatchObject({
        space_name: 'jane-example-com-JupyterLab-space',
        space_sharing_settings: { sharing_type: 'Private' },
        space_settings: { app_type: 'JupyterLab' },
      });
      expect(space(json).ownership_settings.owner_user_profile_name).toMatch(/user_profile_name\}$/);
      expect(
        parameters(json)['/test-org/test-domain/test-module/jupyterlab/space-jane-example-com/name'],
      ).toMatch(/space_name\}$/);
    },
  },
  'team.jupyterLab.defaultInstanceType': {
    config: studio({}, { jupyterLab: { enabled: true, defaultInstanceType: 'ml.t3.medium' } }),
    expect: (json) =>
      expect(space(json).space_settings.jupyter_lab_app_settings).toEqual({
        default_resource_spec: { instance_type: 'ml.t3.medium' },
      }),
  },
  'team.jupyterLab.defaultSharingType': {
    config: studio({}, { jupyterLab: { enabled: true, defaultSharingType: 'Shared' } }),
    expect: (json) => expect(space(json).space_sharing_settings.sharing_type).toBe('Shared'),
  },
};

import type { OptionCase } from '../../support/options';
import { resource, resources, type StackJson } from '../../support/synth';
import { admin, studio, user } from './team';

const at = 'team.studioDomainConfig';
const made = (json: StackJson) => resource(json, 'aws_sagemaker_domain');
const profile = (json: StackJson) => resource(json, 'aws_sagemaker_user_profile');

const script = (kind: string, config: Readonly<Record<string, unknown>>) =>
  studio({ lifecycleConfigs: { [kind]: config } });
const decoded = (json: StackJson): string => {
  const { studio_lifecycle_config_content: content } = resource(
    json,
    'aws_sagemaker_studio_lifecycle_config',
  );
  return Buffer.from(content as string, 'base64').toString();
};
const files = { 'tools/a.sh': 'echo ${HOME}', 'tools/deep/b.pyc': 'x', 'tools/deep/c.txt': 'y' };

const kinds = {
  jupyter: ['JupyterServer', 'jupyter_server_app_settings'],
  jupyterLab: ['JupyterLab', 'jupyter_lab_app_settings'],
  kernel: ['KernelGateway', 'kernel_gateway_app_settings'],
} as const;

const scriptCases = Object.entries(kinds).flatMap(([kind, [appType, settings]]): [string, OptionCase][] => {
  const path = `${at}.lifecycleConfigs.${kind}`;
  const assets = { tools: { sourcePath: './tools', exclude: ['*.pyc'] } };
  return [
    [
      `${path} ${path}.cmds`,
      {
        config: script(kind, { cmds: ['pip install x', 'echo ${HOME}'] }),
        expect: (json) => {
          const config = resource(json, 'aws_sagemaker_studio_lifecycle_config');
          const arn = `\${aws_sagemaker_studio_lifecycle_config.test-module__lifecycle__${appType}.arn}`;
          expect(decoded(json)).toBe('pip install x\necho ${HOME}');
          expect(config.studio_lifecycle_config_app_type).toBe(appType);
          expect(config.lifecycle).toEqual({ create_before_destroy: true });
          expect(made(json).default_user_settings[settings].lifecycle_config_arns).toEqual([arn]);
          expect(made(json).default_user_settings[settings].default_resource_spec.lifecycle_config_arn).toBe(
            arn,
          );
        },
      },
    ],
    [
      `${path}.assets ${path}.assets.*.sourcePath ${path}.assets.*.exclude`,
      {
        config: script(kind, { cmds: ['sh $ASSETS_DIR/tools/a.sh'], assets }),
        setting: { files },
        expect: (json) => {
          const folder = `sagemaker-lifecycle-assets/studio/${appType}`;
          const objects = Object.values(resources(json, 'aws_s3_object'));
          expect(objects.map(({ key, content }) => [key, content])).toEqual([
            [`${folder}/tools/a.sh`, 'echo $${HOME}'],
            [`${folder}/tools/deep/c.txt`, 'y'],
          ]);
          expect(decoded(json).split('\n')).toEqual([
            `export ASSETS_DIR=/tmp/lifecycle-assets/${appType}`,
            `aws s3 cp --recursive s3://test-org-test-env-test-domain-test-module-minilake-projects/${folder}/ $ASSETS_DIR`,
            'sh $ASSETS_DIR/tools/a.sh',
          ]);
        },
      },
    ],
  ];
});

const rules = ['protocol', 'port', 'toPort', 'description'] as const;
const peers = { ipv4: 'cidr', sg: 'sgId', prefixList: 'prefixList' } as const;
const written = { protocol: 'tcp', port: 443, toPort: 444, description: 'Sharing' };

const ruleCases = (['Ingress', 'Egress'] as const).flatMap((direction): [string, OptionCase][] => {
  const path = `${at}.securityGroup${direction}`;
  const type = `aws_vpc_security_group_${direction.toLowerCase()}_rule`;
  return [
    [
      [
        path,
        ...Object.entries(peers).flatMap(([kind, peer]) =>
          ['', ...[peer, ...rules].map((option) => `[].${option}`)].map(
            (option) => `${path}.${kind}${option}`,
          ),
        ),
      ].join(' '),
      {
        config: studio({
          [`securityGroup${direction}`]: {
            ipv4: [{ cidr: '10.0.0.0/8', ...written }],
            sg: [{ sgId: 'sg-1', ...written }],
            prefixList: [{ prefixList: 'pl-1', ...written }],
          },
        }),
        expect: (json) => {
          const common = { ip_protocol: 'tcp', from_port: 443, to_port: 444, description: 'Sharing' };
          const found = Object.values(resources(json, type));
          expect(found).toHaveLength(4);
          expect(found).toContainEqual(expect.objectContaining({ cidr_ipv4: '10.0.0.0/8', ...common }));
          expect(found).toContainEqual(
            expect.objectContaining({ referenced_security_group_id: 'sg-1', ...common }),
          );
          expect(found).toContainEqual(expect.objectContaining({ prefix_list_id: 'pl-1', ...common }));
        },
      },
    ],
    ...Object.entries(peers).map(([kind, peer]): [string, OptionCase] => [
      `${path}.${kind}[].suppressions`,
      {
        config: studio({
          [`securityGroup${direction}`]: {
            [kind]: [{ [peer]: '10.0.0.0/8', protocol: 'all', suppressions: [{ id: 'X', reason: 'y' }] }],
          },
        }),
        code: 'TL602',
      },
    ]),
  ];
});

const overridden: Readonly<Record<string, unknown>> = {
  dataAdminRoles: [admin],
  defaultExecutionRole: user,
  kmsKeyArn: 'arn:aws:kms:eu-west-1:111111111111:key/other',
  assetPrefix: 'elsewhere',
};

/** Cases for the options of a Studio domain. */
export const domainOptions: Readonly<Record<string, OptionCase>> = {
  [`${at}.authMode`]: {
    config: studio({ authMode: 'SSO', userProfiles: { 'jane@example.com': {} } }),
    expect: (json) => {
      expect(made(json).auth_mode).toBe('SSO');
      expect(profile(json)).toMatchObject({
        single_sign_on_user_identifier: 'UserName',
        single_sign_on_user_value: 'jane@example.com',
      });
      expect(profile(json).tags.userid).toBeUndefined();
    },
  },
  [`${at}.vpcId`]: {
    config: studio({ vpcId: 'vpc-9' }),
    expect: (json) => {
      expect(made(json).vpc_id).toBe('vpc-9');
      expect(resource(json, 'aws_security_group').vpc_id).toBe('vpc-9');
    },
  },
  [`${at}.subnetIds`]: {
    config: studio({ subnetIds: ['subnet-9'] }),
    expect: (json) => expect(made(json).subnet_ids).toEqual(['subnet-9']),
  },
  ...Object.fromEntries(
    Object.entries(overridden).map(([key, value]): [string, OptionCase] => [
      `${at}.${key}`,
      { config: studio({ [key]: value }), code: 'TL603' },
    ]),
  ),
  [`${at}.domainBucket ${at}.domainBucket.domainBucketName`]: {
    config: studio({ domainBucket: { domainBucketName: 'other' } }),
    code: 'TL603',
  },
  [`${at}.domainBucket.assetDeploymentRole`]: {
    config: studio({ domainBucket: { domainBucketName: 'other', assetDeploymentRole: user } }),
    code: 'TL602',
  },
  [`${at}.notebookSharingPrefix`]: {
    config: studio({ notebookSharingPrefix: 'projects/shared' }),
    expect: (json) =>
      expect(profile(json).user_settings.sharing_settings).toEqual({
        notebook_output_option: 'Allowed',
        s3_kms_key_id: '${aws_kms_key.test-module__minilake.arn}',
        s3_output_path: 's3://${aws_s3_bucket_policy.test-module__projects.bucket}/projects/shared/',
      }),
  },
  [`${at}.assetDeploymentMemoryLimitMB`]: {
    config: studio({ assetDeploymentMemoryLimitMB: 512 }),
    code: 'TL602',
  },
  [`${at}.securityGroupId`]: {
    config: studio({ securityGroupId: 'sg-9' }),
    expect: (json) => {
      expect(made(json).default_user_settings.security_groups).toEqual(['sg-9']);
      expect(resources(json, 'aws_security_group')).toEqual({});
    },
  },
  ...Object.fromEntries(ruleCases),
  [`${at}.userProfiles ${at}.userProfiles.*.userRole`]: {
    config: studio({ userProfiles: { 'joe.doe': { userRole: { id: 'AROAJOE', arn: `${user.arn}-joe` } } } }),
    expect: (json) => {
      expect(profile(json).user_profile_name).toBe('joe-doe');
      expect(profile(json).tags.userid).toBe('AROAJOE:joe.doe');
      expect(profile(json).single_sign_on_user_value).toBeUndefined();
    },
  },
  [`${at}.lifecycleConfigs`]: {
    config: script('jupyter', { cmds: ['true'] }),
    expect: (json) =>
      expect(resource(json, 'aws_sagemaker_studio_lifecycle_config').studio_lifecycle_config_name).toMatch(
        /^test-org-.*-[0-9a-f]{10}$/,
      ),
  },
  ...Object.fromEntries(scriptCases),
};

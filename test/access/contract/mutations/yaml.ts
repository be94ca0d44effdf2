import { replace, type Mutation } from './mutation';

const lake = 'datalake/datalake.yaml';
const readRoles = '      ReadRoles:\n        - GlueETLRole\n        - DataUserRole';

/** Mistakes that people make in the kit's YAML. */
export const yamlMutations: readonly Mutation[] = [
  {
    name: 'a prefix of the lake is widened to the bucket',
    caughtBy: 'N2',
    dangerous: replace(lake, 'prefix: data/', 'prefix: /'),
    twinName: 'the same prefix without its slash',
    twin: replace(lake, 'prefix: data/', 'prefix: data'),
  },
  {
    name: 'readers of the lake become writers',
    caughtBy: 'N1',
    dangerous: replace(lake, '      ReadRoles:', '      ReadWriteRoles:'),
    twinName: 'readers in another order',
    twin: replace(lake, readRoles, '      ReadRoles:\n        - DataUserRole\n        - GlueETLRole'),
  },
  {
    name: 'a reader of the lake owns it',
    caughtBy: 'N1',
    dangerous: replace(
      lake,
      '        - DataAdminRole\n',
      '        - DataAdminRole\n        - DataUserRole\n',
    ),
    twinName: 'its owner is listed twice',
    twin: replace(lake, '        - DataAdminRole\n', '        - DataAdminRole\n        - DataAdminRole\n'),
  },
  {
    name: 'a zone of the lake without its default deny',
    caughtBy: 'N4',
    dangerous: replace(lake, '  raw:\n', '  raw:\n    defaultDeny: false\n'),
    twinName: 'the default deny said aloud',
    twin: replace(lake, '  raw:\n', '  raw:\n    defaultDeny: true\n'),
  },
  {
    name: 'a data scientist is granted the tables',
    caughtBy: '12.3 g',
    dangerous: replace(
      'dataops/project.yaml',
      '            data-user: ssm:/{{org}}/shared/generated-role/data-user/arn',
      '            data-user: ssm:/{{org}}/shared/generated-role/data-user/arn\n            more: ssm:/{{org}}/datascience/generated-role/data-scientist/arn',
    ),
    twinName: 'a principal is granted the tables twice',
    twin: replace(
      'dataops/project.yaml',
      '            data-user: ssm:/{{org}}/shared/generated-role/data-user/arn',
      '            data-user: ssm:/{{org}}/shared/generated-role/data-user/arn\n            more: ssm:/{{org}}/shared/generated-role/data-user/arn',
    ),
  },
  {
    name: 'Lake Formation leaves new tables to IAM',
    caughtBy: '12.3 g',
    dangerous: replace(
      'datalake/lakeformation-settings.yaml',
      'iamAllowedPrincipalsDefault: false',
      'iamAllowedPrincipalsDefault: true',
    ),
    twinName: 'a default of its settings said aloud',
    twin: replace(
      'datalake/lakeformation-settings.yaml',
      'iamAllowedPrincipalsDefault: false',
      "iamAllowedPrincipalsDefault: false\ncrossAccountVersion: '4'",
    ),
  },
  {
    name: 'one more role may use the shared workgroup',
    caughtBy: '12.3 f',
    dangerous: replace(
      'datalake/athena.yaml',
      '  - id: generated-role-id:data-user',
      '  - id: generated-role-id:data-user\n  - id: generated-role-id:data-scientist',
    ),
    twinName: 'its user is listed twice',
    twin: replace(
      'datalake/athena.yaml',
      '  - id: generated-role-id:data-user',
      '  - id: generated-role-id:data-user\n  - id: generated-role-id:data-user',
    ),
  },
  {
    name: 'data-user gets AdministratorAccess',
    caughtBy: 'N15',
    dangerous: replace(
      'roles.yaml',
      '  data-user:\n    trustedPrincipal: this_account\n',
      '  data-user:\n    trustedPrincipal: this_account\n    awsManagedPolicies: [AdministratorAccess]\n',
    ),
    twinName: 'data-user gets a policy of AWS to look at usage',
    twin: replace(
      'roles.yaml',
      '  data-user:\n    trustedPrincipal: this_account\n',
      '  data-user:\n    trustedPrincipal: this_account\n    awsManagedPolicies: [CloudWatchReadOnlyAccess]\n',
    ),
  },
  {
    name: 'data-scientist trusts another account',
    caughtBy: 'N23',
    dangerous: replace(
      'roles.yaml',
      '  data-scientist:\n    trustedPrincipal: this_account\n',
      "  data-scientist:\n    trustedPrincipal: this_account\n    additionalTrustedPrincipals:\n      - trustedPrincipal: 'account:999999999999'\n",
    ),
    twinName: 'data-scientist trusts its own account twice',
    twin: replace(
      'roles.yaml',
      '  data-scientist:\n    trustedPrincipal: this_account\n',
      '  data-scientist:\n    trustedPrincipal: this_account\n    additionalTrustedPrincipals:\n      - trustedPrincipal: this_account\n',
    ),
  },
  {
    name: 'glue-etl trusts the account',
    caughtBy: 'N21',
    dangerous: replace(
      'roles.yaml',
      '    trustedPrincipal: service:glue.amazonaws.com\n',
      '    trustedPrincipal: service:glue.amazonaws.com\n    additionalTrustedPrincipals:\n      - trustedPrincipal: this_account\n',
    ),
    twinName: 'glue-etl trusts Glue twice',
    twin: replace(
      'roles.yaml',
      '    trustedPrincipal: service:glue.amazonaws.com\n',
      '    trustedPrincipal: service:glue.amazonaws.com\n    additionalTrustedPrincipals:\n      - trustedPrincipal: service:glue.amazonaws.com\n',
    ),
  },
  {
    name: 'profiles of others may be launched again',
    caughtBy: '12.3 a',
    dangerous: replace('profiles.extra.yaml', 'StringNotEquals', 'StringEquals'),
    twinName: 'the denial under another name',
    twin: replace('profiles.extra.yaml', 'Sid: OnlyOwnProfile', 'Sid: OnlyMine'),
  },
  {
    name: 'the owner of a profile may be changed again',
    caughtBy: '12.3 b',
    dangerous: replace('profiles.extra.yaml', "'aws:TagKeys': userid", "'aws:TagKeys': owner"),
    twinName: 'the tag is kept on everything',
    twin: replace('profiles.extra.yaml', "'arn:{{partition}}:sagemaker:*:*:user-profile/*'", "'*'"),
  },
  {
    name: 'data-user joins the team',
    caughtBy: 'N6',
    dangerous: replace(
      'datascience/datascience-team.yaml',
      '  teamUserRoles:\n',
      '  teamUserRoles:\n    - id: ssm:/{{org}}/shared/generated-role/data-user/id\n',
    ),
    twinName: 'somebody of the team is listed twice',
    twin: replace(
      'datascience/datascience-team.yaml',
      '  teamUserRoles:\n',
      '  teamUserRoles:\n    - id: generated-role-id:data-scientist\n',
    ),
  },
  {
    name: 'data-user executes jobs of the project',
    caughtBy: 'N15',
    dangerous: replace(
      'dataops/project.yaml',
      'projectExecutionRoles:\n',
      'projectExecutionRoles:\n  - id: ssm:/{{org}}/shared/generated-role/data-user/id\n',
    ),
    twinName: 'glue-etl executes jobs of the project, twice',
    twin: replace(
      'dataops/project.yaml',
      'projectExecutionRoles:\n',
      'projectExecutionRoles:\n  - id: ssm:/{{org}}/shared/generated-role/glue-etl/id\n',
    ),
  },
  {
    name: 'data-user decrypts with every key',
    caughtBy: 'N15',
    dangerous: replace(
      'roles.yaml',
      '            - kms:ListAliases',
      '            - kms:ListAliases\n            - kms:Decrypt',
    ),
    twinName: 'data-user lists keys',
    twin: replace(
      'roles.yaml',
      '            - kms:ListAliases',
      '            - kms:ListAliases\n            - kms:ListKeys',
    ),
  },
  {
    name: 'data-scientist passes every role',
    caughtBy: 'N18',
    dangerous: replace(
      'roles.yaml',
      '            - athena:ListDataCatalogs\n',
      '            - athena:ListDataCatalogs\n            - iam:PassRole\n',
    ),
    twinName: 'data-scientist lists roles',
    twin: replace(
      'roles.yaml',
      '            - athena:ListDataCatalogs\n',
      '            - athena:ListDataCatalogs\n            - iam:ListRoles\n',
    ),
  },
];

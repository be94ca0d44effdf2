import { AthenaClient, CreateWorkGroupCommand } from '@aws-sdk/client-athena';
import { CreateVpcCommand, CreateSubnetCommand, EC2Client } from '@aws-sdk/client-ec2';
import {
  CreateCrawlerCommand,
  CreateDatabaseCommand,
  CreateTableCommand,
  GlueClient,
  PutDataCatalogEncryptionSettingsCommand,
  PutResourcePolicyCommand,
} from '@aws-sdk/client-glue';
import {
  AttachRolePolicyCommand,
  CreatePolicyCommand,
  CreateRoleCommand,
  IAMClient,
  PutRolePolicyCommand,
} from '@aws-sdk/client-iam';
import {
  CreateAliasCommand,
  CreateGrantCommand,
  CreateKeyCommand,
  EnableKeyRotationCommand,
  KMSClient,
} from '@aws-sdk/client-kms';
import {
  AddLFTagsToResourceCommand,
  CreateLFTagCommand,
  GrantPermissionsCommand,
  LakeFormationClient,
  PutDataLakeSettingsCommand,
  RegisterResourceCommand,
  type Permission,
  type Resource,
} from '@aws-sdk/client-lakeformation';
import {
  CreateBucketCommand,
  PutBucketEncryptionCommand,
  PutBucketOwnershipControlsCommand,
  PutBucketPolicyCommand,
  PutBucketTaggingCommand,
  PutPublicAccessBlockCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import {
  CreateAccessPointCommand,
  PutAccessPointPolicyCommand,
  PutPublicAccessBlockCommand as PutBlockOfAccount,
} from '@aws-sdk/client-s3-control';
import {
  CreateDomainCommand,
  CreateSpaceCommand,
  CreateUserProfileCommand,
  SageMakerClient,
} from '@aws-sdk/client-sagemaker';
import { CreateTopicCommand, SNSClient } from '@aws-sdk/client-sns';
import { clientsOf } from '../../../access/live/clients';
import type { Sandbox } from '../../../emulator/sandbox';
import { sdk } from '../../emulator/client';

/** Makes all that `platform.ts` expects, but for what is called `gone`, and a few things more. */
export async function makePlatform(sandbox: Sandbox): Promise<{ keyArn: string; domainId: string }> {
  const settings = sdk(sandbox);
  await makeRoles(settings, sandbox.account);
  const keyArn = await makeKeyAndBuckets(settings, sandbox.account);
  await makeCatalog(settings, sandbox.account, keyArn);
  await makeServices(settings);
  return { keyArn, domainId: await makeStudio(sandbox, keyArn) };
}

type Settings = ReturnType<typeof sdk>;

const document = (...statements: object[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements });
const Tags = [{ Key: 'a', Value: 'b' }];
const readAll = { Sid: 'Read', Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };
const readerArn = (account: string): string => `arn:aws:iam::${account}:role/team/reader`;

/** The roles `reader`, with all kinds of policies, and `sandbox-deployer`, with none. */
async function makeRoles(settings: Settings, account: string): Promise<void> {
  const iam = new IAMClient(settings);
  const trust = {
    Effect: 'Allow',
    Action: 'sts:AssumeRole',
    Principal: { AWS: '*' },
    Condition: { StringEquals: { 'sts:ExternalId': 'a+b c%' } },
  };
  await iam.send(
    new CreateRoleCommand({
      RoleName: 'reader',
      Path: '/team/',
      AssumeRolePolicyDocument: document(trust),
      Tags: [{ Key: 'team', Value: 'a b' }],
      PermissionsBoundary: 'arn:aws:iam::aws:policy/ReadOnlyAccess',
    }),
  );
  const noSid = { Effect: 'Allow', Action: ['s3:a', 's3:b'], Resource: `arn:aws:s3:::${account}/*` };
  const odd = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::é%20+/*' };
  const { Policy } = await iam.send(
    new CreatePolicyCommand({ PolicyName: 'read', PolicyDocument: document(readAll, noSid, odd) }),
  );
  const RoleName = 'reader';
  for (const PolicyArn of [Policy?.Arn, 'arn:aws:iam::aws:policy/service-role/AWSGlueServiceRole'])
    await iam.send(new AttachRolePolicyCommand({ RoleName, PolicyArn }));
  await iam.send(
    new PutRolePolicyCommand({ RoleName, PolicyName: 'own+1', PolicyDocument: document(readAll) }),
  );
  await iam.send(
    new CreateRoleCommand({ RoleName: 'sandbox-deployer', AssumeRolePolicyDocument: document(trust) }),
  );
}

/** The key behind `lake-key`, the bucket `lake` with everything, its access points, and `plain` with nothing. Answers the key's ARN. */
async function makeKeyAndBuckets(settings: Settings, account: string): Promise<string> {
  const kms = new KMSClient(settings);
  const { KeyMetadata } = await kms.send(
    new CreateKeyCommand({
      Tags: [{ TagKey: 'a', TagValue: 'b' }],
      Policy: document({ Effect: 'Allow', Action: 'kms:*', Principal: { AWS: account }, Resource: '*' }),
    }),
  );
  const { KeyId = '', Arn = '' } = KeyMetadata ?? {};
  for (const AliasName of ['alias/lake-key', 'alias/second-name'])
    await kms.send(new CreateAliasCommand({ AliasName, TargetKeyId: KeyId }));
  await kms.send(new EnableKeyRotationCommand({ KeyId }));
  await kms.send(
    new CreateGrantCommand({ KeyId, GranteePrincipal: readerArn(account), Operations: ['Decrypt'] }),
  );
  await kms.send(
    new CreateGrantCommand({
      KeyId,
      GranteePrincipal: 'glue.amazonaws.com',
      Operations: ['GenerateDataKey'],
      Constraints: { EncryptionContextSubset: { a: 'b' } },
    }),
  );
  await makeBuckets(settings, account);
  return Arn;
}

async function makeBuckets(settings: Settings, account: string): Promise<void> {
  const s3 = new S3Client({ ...settings, forcePathStyle: true });
  for (const Bucket of ['lake', 'plain']) await s3.send(new CreateBucketCommand({ Bucket }));
  const Bucket = 'lake';
  const everyone = { Principal: '*', Action: 's3:*', Resource: ['arn:aws:s3:::lake', 'arn:aws:s3:::lake/*'] };
  const Policy = document(
    { Sid: 'Tls', Effect: 'Deny', ...everyone, Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
    { Sid: 'Other', Effect: 'Deny', ...everyone },
  );
  await s3.send(new PutBucketPolicyCommand({ Bucket, Policy }));
  const byDefault = { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: 'alias/lake-key' } as const;
  const Rules = [{ BucketKeyEnabled: true, ApplyServerSideEncryptionByDefault: byDefault }];
  await s3.send(new PutBucketEncryptionCommand({ Bucket, ServerSideEncryptionConfiguration: { Rules } }));
  const OwnershipControls = { Rules: [{ ObjectOwnership: 'BucketOwnerPreferred' as const }] };
  await s3.send(new PutBucketOwnershipControlsCommand({ Bucket, OwnershipControls }));
  const own = { BlockPublicAcls: true, IgnorePublicAcls: true };
  await s3.send(new PutPublicAccessBlockCommand({ Bucket, PublicAccessBlockConfiguration: own }));
  const Tagging = { TagSet: [{ Key: 'zone', Value: 'raw' }] };
  await s3.send(new PutBucketTaggingCommand({ Bucket, Tagging }));

  const { s3Control } = clientsOf(settings, settings.region);
  const AccountId = account;
  const PublicAccessBlockConfiguration = { RestrictPublicBuckets: true };
  await s3Control.send(new PutBlockOfAccount({ AccountId, PublicAccessBlockConfiguration }));
  for (const Name of ['side-door', 'shut-door'])
    await s3Control.send(new CreateAccessPointCommand({ AccountId, Name, Bucket }));
  await s3Control.send(new CreateAccessPointCommand({ AccountId, Name: 'elsewhere', Bucket: 'plain' }));
  const door = document({
    Effect: 'Allow',
    Principal: '*',
    Action: 's3:GetObject',
    Resource: `arn:aws:s3:${settings.region}:${account}:accesspoint/side-door/object/*`,
    Condition: { StringEquals: { 'aws:PrincipalAccount': account } },
  });
  await s3Control.send(new PutAccessPointPolicyCommand({ AccountId, Name: 'side-door', Policy: door }));
}

/** The database `sales` with two tables, a crawler, the catalog's settings, and Lake Formation with every kind of grant. */
async function makeCatalog(settings: Settings, account: string, keyArn: string): Promise<void> {
  const glue = new GlueClient(settings);
  const DatabaseInput = { Name: 'sales', LocationUri: 's3://lake/data/sales' };
  await glue.send(new CreateDatabaseCommand({ DatabaseInput, Tags: { a: 'b' } }));
  for (const Name of ['orders', 'extra']) {
    const StorageDescriptor = {
      Location: `s3://lake/data/sales/${Name}`,
      Columns: [{ Name: 'id', Type: 'int' }],
    };
    await glue.send(
      new CreateTableCommand({ DatabaseName: 'sales', TableInput: { Name, StorageDescriptor } }),
    );
  }
  const Targets = { S3Targets: [{ Path: 's3://lake/data' }] };
  await glue.send(new CreateCrawlerCommand({ Name: 'crawl', Role: 'reader', Targets, Tags: { team: 'x' } }));
  const EncryptionAtRest = { CatalogEncryptionMode: 'SSE-KMS', SseAwsKmsKeyId: keyArn } as const;
  await glue.send(
    new PutDataCatalogEncryptionSettingsCommand({ DataCatalogEncryptionSettings: { EncryptionAtRest } }),
  );
  const PolicyInJson = document({
    Effect: 'Allow',
    Principal: { AWS: account },
    Action: 'glue:GetTable',
    Resource: '*',
  });
  await glue.send(new PutResourcePolicyCommand({ PolicyInJson }));
  await makeLakeFormation(settings, readerArn(account));
}

async function makeLakeFormation(settings: Settings, reader: string): Promise<void> {
  const lake = new LakeFormationClient(settings);
  const everyone = { DataLakePrincipalIdentifier: 'IAM_ALLOWED_PRINCIPALS' };
  const DataLakeSettings = {
    DataLakeAdmins: [{ DataLakePrincipalIdentifier: reader }],
    CreateDatabaseDefaultPermissions: [{ Principal: everyone, Permissions: ['ALL' as const] }],
    CreateTableDefaultPermissions: [],
  };
  await lake.send(new PutDataLakeSettingsCommand({ DataLakeSettings }));
  const location = 'arn:aws:s3:::lake/data';
  await lake.send(
    new RegisterResourceCommand({
      ResourceArn: location,
      UseServiceLinkedRole: true,
      HybridAccessEnabled: true,
    }),
  );
  await lake.send(new CreateLFTagCommand({ TagKey: 'level', TagValues: ['open', 'secret'] }));
  const tag = (on: Resource, value: string) =>
    lake.send(
      new AddLFTagsToResourceCommand({ Resource: on, LFTags: [{ TagKey: 'level', TagValues: [value] }] }),
    );
  await tag({ Database: { Name: 'sales' } }, 'open');
  await tag({ Table: { DatabaseName: 'sales', Name: 'orders' } }, 'secret');
  const level = { TagKey: 'level', TagValues: ['open'] };
  const grants: [Resource, Permission[], Permission[]?][] = [
    [{ Table: { DatabaseName: 'sales', TableWildcard: {} } }, ['SELECT', 'DESCRIBE'], ['SELECT']],
    [{ Database: { Name: 'sales' } }, ['CREATE_TABLE']],
    [{ TableWithColumns: { DatabaseName: 'sales', Name: 'extra', ColumnNames: ['id'] } }, ['SELECT']],
    [{ DataLocation: { ResourceArn: location } }, ['DATA_LOCATION_ACCESS']],
    [{ Catalog: {} }, ['CREATE_DATABASE']],
    [{ LFTagPolicy: { ResourceType: 'DATABASE', Expression: [level] } }, ['DESCRIBE']],
    [{ LFTag: level }, ['DESCRIBE']],
  ];
  const Principal = { DataLakePrincipalIdentifier: reader };
  for (const [on, Permissions, PermissionsWithGrantOption] of grants)
    await lake.send(
      new GrantPermissionsCommand({ Principal, Resource: on, Permissions, PermissionsWithGrantOption }),
    );
}

/** The workgroup `analysts` and the topic `news`. */
async function makeServices(settings: Settings): Promise<void> {
  const EncryptionConfiguration = { EncryptionOption: 'SSE_KMS', KmsKey: 'alias/lake-key' } as const;
  const Configuration = {
    EnforceWorkGroupConfiguration: true,
    ResultConfiguration: { OutputLocation: 's3://lake/results', EncryptionConfiguration },
  };
  await new AthenaClient(settings).send(
    new CreateWorkGroupCommand({ Name: 'analysts', Tags, Configuration }),
  );
  const Attributes = { KmsMasterKeyId: 'alias/lake-key' };
  await new SNSClient(settings).send(new CreateTopicCommand({ Name: 'news', Tags, Attributes }));
}

/** The Studio domain `team` with two profiles and a space. Answers its id. */
async function makeStudio(sandbox: Sandbox, keyArn: string): Promise<string> {
  const settings = sdk(sandbox);
  const ec2 = new EC2Client(settings);
  const { Vpc } = await ec2.send(new CreateVpcCommand({ CidrBlock: '10.9.0.0/16' }));
  const { Subnet } = await ec2.send(new CreateSubnetCommand({ VpcId: Vpc?.VpcId, CidrBlock: '10.9.1.0/24' }));
  const sagemaker = new SageMakerClient(settings);
  const ExecutionRole = readerArn(sandbox.account);
  const { DomainId } = await sagemaker.send(
    new CreateDomainCommand({
      DomainName: 'team',
      AuthMode: 'IAM',
      AppNetworkAccessType: 'VpcOnly',
      VpcId: Vpc?.VpcId,
      SubnetIds: [Subnet?.SubnetId ?? ''],
      KmsKeyId: keyArn,
      DefaultUserSettings: { ExecutionRole },
      DomainSettings: { ExecutionRoleIdentityConfig: 'USER_PROFILE_NAME' },
    }),
  );
  await sagemaker.send(
    new CreateUserProfileCommand({
      DomainId,
      UserProfileName: 'ann',
      UserSettings: { ExecutionRole },
      Tags: [{ Key: 'userid', Value: 'AROA1:ann' }],
    }),
  );
  await sagemaker.send(new CreateUserProfileCommand({ DomainId, UserProfileName: 'bob' }));
  await sagemaker.send(
    new CreateSpaceCommand({ DomainId, SpaceName: 'shared', Tags: [{ Key: 'owner', Value: 'ann' }] }),
  );
  return DomainId ?? '';
}

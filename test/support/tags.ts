import { AthenaClient, ListTagsForResourceCommand, ListWorkGroupsCommand } from '@aws-sdk/client-athena';
import { GetCrawlersCommand, GetTagsCommand, GlueClient } from '@aws-sdk/client-glue';
import { IAMClient, ListRoleTagsCommand, ListRolesCommand } from '@aws-sdk/client-iam';
import { KMSClient, ListAliasesCommand, ListResourceTagsCommand } from '@aws-sdk/client-kms';
import { GetBucketTaggingCommand, ListBucketsCommand, S3Client } from '@aws-sdk/client-s3';
import { ListDomainsCommand, ListTagsCommand, SageMakerClient } from '@aws-sdk/client-sagemaker';
import { asUser } from '../../cli/demo/clients';
import type { Sandbox } from '../../emulator/sandbox';

type Tags = Readonly<Record<string, string>>;

/** Tags of the kit's resources in six services, each asked for with the service's own call. */
export async function tagsByService(sandbox: Sandbox): Promise<readonly (readonly [string, Tags])[]> {
  const settings = asUser(sandbox);
  const own = (name: string | undefined): boolean => name?.startsWith('terralake-example') === true;
  const found: (readonly [string, Tags])[] = [];

  const s3 = new S3Client({ ...settings, forcePathStyle: true });
  for (const { Name } of ((await s3.send(new ListBucketsCommand({}))).Buckets ?? []).filter((b) =>
    own(b.Name),
  )) {
    found.push([
      `bucket ${String(Name)}`,
      tags((await s3.send(new GetBucketTaggingCommand({ Bucket: Name }))).TagSet),
    ]);
  }
  const iam = new IAMClient({ ...settings });
  for (const { RoleName } of ((await iam.send(new ListRolesCommand({ MaxItems: 1000 }))).Roles ?? []).filter(
    (r) => own(r.RoleName),
  )) {
    found.push([
      `role ${String(RoleName)}`,
      tags((await iam.send(new ListRoleTagsCommand({ RoleName }))).Tags),
    ]);
  }
  const kms = new KMSClient({ ...settings });
  for (const { AliasName, TargetKeyId } of (await kms.send(new ListAliasesCommand({}))).Aliases ?? []) {
    if (!own(AliasName?.replace('alias/', ''))) continue;
    const { Tags: list = [] } = await kms.send(new ListResourceTagsCommand({ KeyId: TargetKeyId }));
    found.push([
      `key ${String(AliasName)}`,
      tags(list.map(({ TagKey, TagValue }) => ({ Key: TagKey, Value: TagValue }))),
    ]);
  }
  const arn = (service: string, resource: string): string =>
    `arn:aws:${service}:${sandbox.region}:${sandbox.account}:${resource}`;
  const athena = new AthenaClient({ ...settings });
  for (const { Name } of ((await athena.send(new ListWorkGroupsCommand({}))).WorkGroups ?? []).filter((w) =>
    own(w.Name),
  )) {
    const ResourceARN = arn('athena', `workgroup/${String(Name)}`);
    found.push([
      ResourceARN,
      tags((await athena.send(new ListTagsForResourceCommand({ ResourceARN }))).Tags),
    ]);
  }
  const glue = new GlueClient({ ...settings });
  for (const { Name } of ((await glue.send(new GetCrawlersCommand({}))).Crawlers ?? []).filter((c) =>
    own(c.Name),
  )) {
    const ResourceArn = arn('glue', `crawler/${String(Name)}`);
    found.push([ResourceArn, (await glue.send(new GetTagsCommand({ ResourceArn }))).Tags ?? {}]);
  }
  const sagemaker = new SageMakerClient({ ...settings });
  for (const { DomainArn } of (await sagemaker.send(new ListDomainsCommand({}))).Domains ?? []) {
    found.push([
      `domain ${String(DomainArn)}`,
      tags((await sagemaker.send(new ListTagsCommand({ ResourceArn: DomainArn }))).Tags),
    ]);
  }
  const services = new Set(found.map(([name]) => name.split(/[ :]/).slice(0, 3).join(' ')));
  if (services.size < 6) throw new Error(`tags were found for ${[...services].join(', ')} only`);
  return found;
}

function tags(
  list: readonly { readonly Key?: string | undefined; readonly Value?: string | undefined }[] | undefined,
): Tags {
  return Object.fromEntries((list ?? []).map(({ Key, Value }) => [Key ?? '', Value ?? '']));
}

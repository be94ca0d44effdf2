import type { Sandbox } from '../../emulator/sandbox';

/** moto's classes for what the inventory lists, and for the parts of those, which come and go with them. */
const KNOWN: Record<string, readonly string[]> = {
  athena: ['Database', 'WorkGroup'],
  cloudtrail: ['Trail'],
  ec2: [
    ...['EC2Backend', 'ManagedPrefixList', 'NetworkAcl', 'NetworkAclEntry', 'Route', 'RouteTable'],
    ...['SecurityGroup', 'SecurityGroupRule', 'Subnet', 'VPC'],
  ],
  events: ['EventBus', 'Rule'],
  glue: ['FakeCrawler', 'FakeDatabase', 'FakeSecurityConfiguration', 'FakeTable'],
  iam: ['AWSManagedPolicy', 'AccessKey', 'AccountSummary', 'ManagedPolicy', 'Role', 'SAMLProvider', 'User'],
  kms: ['Alias', 'Key'],
  lakeformation: ['Resource'],
  logs: ['LogGroup'],
  ram: ['ManagedPermission', 'ResourceShare', 'ResourceType'],
  s3: [
    ...['CorsRule', 'FakeAcl', 'FakeBucket', 'FakeGrant', 'FakeGrantee', 'FakeKey', 'PublicAccessBlock'],
    ...['FakeDeleteMarker', 'LifecycleRule'],
  ],
  s3control: ['StorageLensConfiguration'],
  sns: ['Subscription', 'Topic'],
  sqs: ['Queue'],
  ssm: ['Parameter'],
  sts: ['AssumedRole'],
};

/** What moto made in a sandbox that the inventory does not know. */
export async function unknownModels({ moto, account, region }: Sandbox): Promise<string[]> {
  const data = JSON.parse(await moto.get({ account, region }, 'moto', '/moto-api/data.json')) as Record<
    string,
    Record<string, unknown[]>
  >;
  return Object.entries(data).flatMap(([service, models]) =>
    Object.entries(models)
      .filter(([model, instances]) => instances.length > 0 && !KNOWN[service]?.includes(model))
      .map(([model]) => `${service} ${model}`),
  );
}

import type { ContextValues } from '../../../../aws/iam/evaluate/context';
import { ask, session } from '../../../support/decide';
import { accepting, financeAccount, reporting, sales, twoEnvironments } from './platform';

type Platform = Awaited<ReturnType<typeof twoEnvironments>>;

/** What AWS answers to the consumption role, which has no policies but those that are attached here. */
function asking({ finance }: Platform) {
  const {
    aws_iam_policy: policies,
    aws_iam_role_policy_attachment: attachments,
    aws_s3_bucket_policy: buckets,
  } = finance.resource ?? {};
  const attached = Object.values(attachments ?? {})
    .filter(({ role }) => role === '${data.aws_iam_role.finance__consumption-role__reporting.name}')
    .map(({ policy_arn: arn }) => /aws_iam_policy\.([^.]+)\.arn/.exec(arn as string)?.[1] ?? '');
  const identity = attached.map((key) => policies?.[key]?.policy as string);
  const bucketPolicy = buckets?.['finance__dataset__sales']?.policy as string | undefined;
  const caller = session(reporting.roleArn);
  return (action: string, resource: string, context: ContextValues = {}) => {
    const ofBucket = resource.startsWith('arn:aws:s3:::') ? bucketPolicy : undefined;
    return ask(
      { caller, action, resource, account: financeAccount, context },
      { identity, resource: ofBucket },
    );
  };
}

const share = (more: object = {}) => ({
  s: { dataset: 'sales', with: { consumptionRole: 'reporting' }, items: { bucket: true }, ...more },
});
const consent = { 'shared/dev/finance/s': { permissions: ['Read', 'Write'] } };
const bucket = 'arn:aws:s3:::fin-acme-dev-shared-finance-sales';
const key = `arn:aws:kms:eu-west-1:${financeAccount}:key/1234`;
const viaS3 = (alias: string) => ({
  'kms:ResourceAliases': [alias],
  'kms:ViaService': 's3.eu-west-1.amazonaws.com',
});
const ownAlias = 'alias/fin-acme-dev-shared-finance-sales';

test('without a share, or before the consent, it has nothing', async () => {
  for (const shares of [{}, share()]) {
    const may = asking(await twoEnvironments({ finance: { shares } }));
    expect(may('s3:GetObject', `${bucket}/a`)).toBe('implicitly denied');
    expect(may('kms:Decrypt', key, viaS3(ownAlias))).toBe('implicitly denied');
    expect(may('lakeformation:GetDataAccess', '*')).toBe('implicitly denied');
  }
});

test('with the consent it reads the bucket with its key, that one alone and through S3 alone', async () => {
  const may = asking(
    await twoEnvironments({ finance: { datasets: { sales: accepting(consent) }, shares: share() } }),
  );
  expect(may('s3:GetObject', `${bucket}/a`)).toBe('allowed');
  expect(may('s3:GetObject', `${bucket}-2/a`)).toBe('implicitly denied');
  expect(may('s3:PutObject', `${bucket}/a`)).toBe('implicitly denied');
  expect(may('kms:Decrypt', key, viaS3(ownAlias))).toBe('allowed');
  expect(may('kms:Decrypt', key, viaS3(`${ownAlias}-2`))).toBe('implicitly denied');
  expect(may('kms:Decrypt', key, { 'kms:ResourceAliases': [ownAlias] })).toBe('implicitly denied');
  expect(may('kms:GenerateDataKey', key, viaS3(ownAlias))).toBe('implicitly denied');
});

test('the bucket alone lets nobody in: a role whose management is partial waits for its policy', async () => {
  const consumptionRoles = { reporting: { ...reporting, management: 'partial' } };
  const finance = { consumptionRoles, datasets: { sales: accepting(consent) }, shares: share() };
  expect(asking(await twoEnvironments({ finance }))('s3:GetObject', `${bucket}/a`)).toBe('implicitly denied');
});

describe('an imported bucket, whose policy is not ours', () => {
  const imported = (items: object) => ({
    finance: {
      datasets: {
        sales: { ...sales, accepts: consent, import: { bucketName: 'old-sales', kmsKeyAlias: 'old-key' } },
      },
      shares: share({ items }),
    },
  });

  test('is read as a whole by the policy of the role', async () => {
    const may = asking(await twoEnvironments(imported({ bucket: true })));
    expect(may('s3:GetObject', 'arn:aws:s3:::old-sales/a')).toBe('allowed');
    expect(may('kms:Decrypt', key, viaS3('alias/old-key'))).toBe('allowed');
  });

  test('is read below a folder, without an access point', async () => {
    const result = await twoEnvironments(imported({ folders: ['invoices'] }));
    const may = asking(result);
    expect(may('s3:GetObject', 'arn:aws:s3:::old-sales/invoices/2026/a')).toBe('allowed');
    expect(may('s3:GetObject', 'arn:aws:s3:::old-sales/invoices/2025/a')).toBe('implicitly denied');
    const list = (prefix: string) => may('s3:ListBucket', 'arn:aws:s3:::old-sales', { 's3:prefix': prefix });
    expect([list('invoices/2026/'), list('')]).toEqual(['allowed', 'implicitly denied']);
    expect(result.finance.resource?.aws_s3_access_point).toBeUndefined();
    expect(result.finance.resource?.aws_s3_bucket_policy?.['finance__dataset__sales']).toBeUndefined();
  });
});

import { asking } from './estate';
import { accepting, twoEnvironments } from './platform';

const bucket = 'arn:aws:s3:::fin-acme-dev-shared-finance-sales';
const analysts = 'fin-acme-dev-shared-finance-analysts';
const elsewhere = 'lab-acme-dev-research-lab-analysts';
const owner = 'fin-acme-dev-shared-finance-datascience';
const before = { 'aws:CurrentTime': '2027-06-29T23:59:59Z' };
const after = { 'aws:CurrentTime': '2027-06-30T00:00:00Z' };
const consent = { permissions: ['Read', 'Write', 'Modify'] };

const own = (share: object) => ({
  shares: { own: { dataset: 'sales', with: { team: 'Analysts' }, ...share } },
});
const lab = (share: object) => ({
  shares: { sales: { dataset: 'shared/dev/finance/sales', with: { team: 'Analysts' }, ...share } },
});
const both = { 'shared/dev/finance/own': consent, 'research/dev/lab/sales': consent };

async function platform(share: object, accepts: object = both, asOf?: string) {
  const finance = { datasets: { sales: accepting(accepts) }, ...own(share) };
  const synthesize = asOf === undefined ? {} : { asOf };
  return twoEnvironments({ finance, lab: lab(share), synthesize });
}

const answers = async (share: object, accepts: object = both, asOf?: string) =>
  asking(await platform(share, accepts, asOf));

describe.each([
  ['a team of the environment', analysts],
  ['a team of another account', elsewhere],
])('the whole bucket, %s', (_who, role) => {
  const items = { bucket: true };

  test('reads with the consent of the owner, and does not before', async () => {
    const may = await answers({ items });
    expect(may(role, 's3:GetObject', `${bucket}/a`)).toBe('allowed');
    expect(may(role, 's3:ListBucket', bucket)).toBe('allowed');
    const waiting = await answers({ items }, {});
    expect(waiting(role, 's3:GetObject', `${bucket}/a`)).toBe('denied');
    expect(waiting(role, 's3:ListBucket', bucket)).toBe('denied');
  });

  test('reads, and neither writes nor deletes', async () => {
    const may = await answers({ items });
    for (const action of ['s3:PutObject', 's3:DeleteObject', 's3:PutBucketPolicy']) {
      expect(may(role, action, `${bucket}/a`)).toBe('denied');
    }
  });

  test('ends on the beginning of the day, of the request or of the consent', async () => {
    const byRequest = await answers({ items, expires: '2027-06-30' });
    expect(byRequest(role, 's3:GetObject', `${bucket}/a`, before)).toBe('allowed');
    expect(byRequest(role, 's3:GetObject', `${bucket}/a`, after)).toBe('denied');
    const ending = { ...consent, until: '2027-06-30' };
    const byConsent = await answers(
      { items, expires: '2027-12-31' },
      { 'shared/dev/finance/own': ending, 'research/dev/lab/sales': ending },
    );
    expect(byConsent(role, 's3:GetObject', `${bucket}/a`, before)).toBe('allowed');
    expect(byConsent(role, 's3:GetObject', `${bucket}/a`, after)).toBe('denied');
  });
});

test('what the owner does not consent to is not given: Write and Modify need both', async () => {
  const finance = (permissions: readonly string[]) => ({
    datasets: { sales: accepting({ 'shared/dev/finance/own': { permissions } }) },
    ...own({ items: { bucket: true }, permissions: ['Read', 'Write', 'Modify'] }),
  });
  const readOnly = asking(await twoEnvironments({ finance: finance(['Read']) }));
  expect(readOnly(analysts, 's3:PutObject', `${bucket}/a`)).toBe('denied');
  const writing = asking(await twoEnvironments({ finance: finance(['Read', 'Write']) }));
  expect(writing(analysts, 's3:PutObject', `${bucket}/a`)).toBe('allowed');
  expect(writing(analysts, 's3:DeleteObject', `${bucket}/a`)).toBe('denied');
  const all = asking(await twoEnvironments({ finance: finance(['Read', 'Write', 'Modify']) }));
  expect(all(analysts, 's3:DeleteObject', `${bucket}/a`)).toBe('allowed');
});

test('another team of either environment has nothing, and the owner keeps all', async () => {
  const may = await answers({ items: { bucket: true, folders: ['invoices'], tables: ['orders'] } });
  for (const role of [
    'fin-acme-dev-shared-finance-financesadmin',
    'lab-acme-dev-research-lab-researchadmin',
  ]) {
    expect(may(role, 's3:GetObject', `${bucket}/a`)).toBe('denied');
    expect(may(role, 'data:Read', table)).toBe('denied');
  }
  expect(may(owner, 's3:PutObject', `${bucket}/a`)).toBe('allowed');
});

describe.each([
  ['a team of the environment', analysts, 'shared__dev__finance__team__analysts'],
  ['a team of another account', elsewhere, 'research__dev__lab__team__analysts'],
])('a folder, %s', (_who, role, key) => {
  const points = async (share: object, accepts: object = both) => {
    const result = await platform(share, accepts);
    const point =
      result.finance.resource?.aws_s3_access_point?.[`finance__dataset__sales__access-point__${key}`];
    return {
      may: asking(result),
      arn: `arn:aws:s3:eu-west-1:111111111111:accesspoint/${String(point?.name)}`,
    };
  };

  test('through its access point, below the prefix, and not beside it', async () => {
    const { may, arn } = await points({ items: { folders: ['invoices'] } });
    const list = (prefix: string) => may(role, 's3:ListBucket', arn, { 's3:prefix': prefix });
    expect(may(role, 's3:GetObject', `${arn}/object/invoices/2026/a`)).toBe('allowed');
    expect(may(role, 's3:GetObject', `${arn}/object/invoices/2025/a`)).toBe('denied');
    expect(may(role, 's3:GetObject', `${arn}/object/orders/a`)).toBe('denied');
    expect(may(role, 's3:PutObject', `${arn}/object/invoices/2026/a`)).toBe('denied');
    expect([list('invoices/2026/'), list('invoices/2026/05/')]).toEqual(['allowed', 'allowed']);
    expect([list('invoices/'), list('')]).toEqual(['denied', 'denied']);
  });

  test('not past the access point, and by nobody else', async () => {
    const { may, arn } = await points({ items: { folders: ['invoices'] } });
    expect(may(role, 's3:GetObject', `${bucket}/invoices/2026/a`)).toBe('denied');
    for (const other of [
      'fin-acme-dev-shared-finance-financesadmin',
      'lab-acme-dev-research-lab-researchadmin',
    ]) {
      expect(may(other, 's3:GetObject', `${arn}/object/invoices/2026/a`)).toBe('denied');
    }
  });

  test('until its day', async () => {
    const { may, arn } = await points({ items: { folders: ['invoices'] }, expires: '2027-06-30' });
    expect(may(role, 's3:GetObject', `${arn}/object/invoices/2026/a`, before)).toBe('allowed');
    expect(may(role, 's3:GetObject', `${arn}/object/invoices/2026/a`, after)).toBe('denied');
  });
});

const table = 'arn:aws:glue:eu-west-1:111111111111:table/fin_acme_dev_shared_finance_sales/orders';

describe.each([
  ['a team of the environment', analysts],
  ['a team of another account', elsewhere],
])('a table, %s', (_who, role) => {
  const may = async (share: object, accepts: object = both, asOf?: string) => {
    const asked = await answers({ items: { tables: ['orders'] }, ...share }, accepts, asOf);
    return ['SELECT', 'INSERT', 'DROP'].map((permission) =>
      asked(role, `lakeformation:${permission}`, table),
    );
  };

  test('is read with the consent of the owner, neither before nor after its day', async () => {
    expect(await may({})).toEqual(['allowed', 'denied', 'denied']);
    expect(await may({}, {})).toEqual(['denied', 'denied', 'denied']);
    expect(await may({ expires: '2027-06-30' }, both, '2027-06-29')).toEqual(['allowed', 'denied', 'denied']);
    expect(await may({ expires: '2027-06-30' }, both, '2027-06-30')).toEqual(['denied', 'denied', 'denied']);
  });
});

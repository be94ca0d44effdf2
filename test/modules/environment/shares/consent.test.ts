import { resources } from '../../../support/synth';
import { accepting, twoEnvironments } from './platform';

const path = 'research/dev/lab/s';
const share = {
  dataset: 'shared/dev/finance/sales',
  with: { team: 'Analysts' },
  items: { bucket: true, folders: ['invoices'] },
};

/** What the bucket policy of the owner says to others, and how many ways to folders there are. */
async function given(consent: object) {
  const { finance } = await twoEnvironments({
    finance: { datasets: { sales: accepting({ [path]: { permissions: ['Read'], ...consent } }) } },
    lab: { shares: { s: share } },
  });
  return {
    whole: JSON.stringify(resources(finance, 'aws_s3_bucket_policy')).includes('ShareRead'),
    folders: Object.keys(resources(finance, 'aws_s3_access_point')).length,
  };
}

test.each<readonly [what: string, consent: object, expected: object]>([
  ['names nobody and nothing', {}, { whole: true, folders: 1 }],
  ['is for who asks', { with: { team: 'Analysts' } }, { whole: true, folders: 1 }],
  ['is for another team', { with: { team: 'DataScience' } }, { whole: false, folders: 0 }],
  ['is for a role of the same name', { with: { consumptionRole: 'Analysts' } }, { whole: false, folders: 0 }],
  ['leaves out the bucket', { items: { folders: ['invoices'] } }, { whole: false, folders: 1 }],
  ['leaves out the folders', { items: { bucket: true } }, { whole: true, folders: 0 }],
  ['is for other folders', { items: { folders: ['orders'] } }, { whole: false, folders: 0 }],
])('what the owner gives when the consent %s', async (_what, consent, expected) => {
  expect(await given(consent)).toEqual(expected);
});

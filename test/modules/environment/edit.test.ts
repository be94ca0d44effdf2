import { synthModule } from '../../support/synth';
import { least, withTeams } from './setting';

const synth = async (config: object) =>
  (await synthModule('environment', { ...least, ...config }, withTeams)).json;

/** What the form calls editable and AWS knows, with a new value for each. */
const edits = {
  name: 'Money',
  resourcePrefix: 'money',
  keyValueTags: [{ key: 'costcentre', value: '42' }],
  features: { mlStudio: false },
  permissionsBoundaryArn: 'arn:aws:iam::111111111111:policy/boundary',
  teams: { Analysts: {} },
};

test.each(Object.entries(edits))(
  'an edit of %s is in the next plan, whatever else is on',
  async (key, value) => {
    expect(await synth({ [key]: value })).not.toEqual(await synth({}));
  },
);

test.each([
  ['description', 'Money of all kinds'],
  ['tags', ['money']],
])('%s is for people, and changes nothing in AWS', async (key, value) => {
  expect(await synth({ [key]: value })).toEqual(await synth({}));
});

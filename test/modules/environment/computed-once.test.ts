import { resolve } from 'node:path';
import { draft } from '../../../cli/shared/built-in';
import { consentedItems } from '../../../modules/environment/shares/consent';
import { teamsOf } from '../../../modules/environment/team-facts';

// Each is called once for every environment, and for every share, that is computed.
jest.mock('../../../modules/environment/team-facts', () => {
  const actual = jest.requireActual('../../../modules/environment/team-facts');
  return { ...actual, teamsOf: jest.fn(actual.teamsOf) };
});
jest.mock('../../../modules/environment/shares/consent', () => {
  const actual = jest.requireActual('../../../modules/environment/shares/consent');
  return { ...actual, consentedItems: jest.fn(actual.consentedItems) };
});

const file = resolve(__dirname, '../../../configs/teams_and_environments/platform.yaml');

test('what is known of environments and shares is computed once in a run', () => {
  const { blueprint } = draft({ file, environment: {} });
  expect(blueprint?.stacks).toHaveLength(2);
  expect(jest.mocked(teamsOf)).toHaveBeenCalledTimes(2);
  const shares = blueprint?.platform.environments.flatMap(({ modules }) =>
    modules.flatMap(({ config }) => Object.keys((config as { shares: object }).shares)),
  );
  expect(jest.mocked(consentedItems)).toHaveBeenCalledTimes(shares?.length ?? 0);
});

import { synthFiles } from '../../support/synth';
import { least, organizationTeams } from './setting';

const entry = (config: object) => ({
  module_path: '@terralake/environment',
  module_config_data: { ...least, ...config },
});

async function codes(
  first: { target: object; config: object },
  second: { target: object; config: object },
): Promise<readonly string[]> {
  const environments = (domain: string, { target, config }: typeof first) => ({
    [domain]: { environments: { dev: { ...target, modules: { place: entry(config) } } } },
  });
  const root = {
    organization: 'acme',
    organization_teams: organizationTeams,
    domains: { ...environments('one', first), ...environments('two', second) },
  };
  return synthFiles({ 'mdaa.yaml': root }).then(
    ({ diagnostics }) =>
      diagnostics.map(({ severity, code, place }) => `${severity} ${code} ${place?.line ?? ''}`),
    (error: { diagnostics: { severity: string; code: string; place?: { line: number } }[] }) =>
      error.diagnostics.map(({ severity, code, place }) => `${severity} ${code} ${place?.line ?? ''}`),
  );
}

const account = '111111111111';
const about = (found: readonly string[]) => found.filter((each) => /TL4(03|24)/.test(each));

test('an account and region is one environment', async () => {
  const same = { account, region: 'eu-west-1' };
  const found = await codes(
    { target: same, config: {} },
    { target: same, config: { resourcePrefix: 'sales' } },
  );
  expect(about(found)).toEqual([expect.stringMatching(/^error TL403/)]);
});

test('another region of the account is a warning', async () => {
  const found = await codes(
    { target: { account, region: 'eu-west-1' }, config: {} },
    { target: { account, region: 'eu-central-1' }, config: { resourcePrefix: 'sales' } },
  );
  expect(about(found)).toEqual([expect.stringMatching(/^warning TL424/)]);
});

test.each([
  ['fin', 'finance'],
  ['fin-eu', 'fin'],
  ['fin', 'fin'],
])('prefixes %s and %s of one account contain each other', async (one, other) => {
  const found = await codes(
    { target: { account, region: 'eu-west-1' }, config: { resourcePrefix: one } },
    { target: { account, region: 'eu-central-1' }, config: { resourcePrefix: other } },
  );
  expect(about(found)).toContainEqual(expect.stringMatching(/^error TL424/));
});

test('prefixes of two accounts are their own affair', async () => {
  const found = await codes(
    { target: { account, region: 'eu-west-1' }, config: {} },
    { target: { account: '222222222222', region: 'eu-west-1' }, config: {} },
  );
  expect(about(found)).toEqual([]);
});

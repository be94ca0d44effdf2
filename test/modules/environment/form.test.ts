import { synthModule } from '../../support/synth';
import { findings } from './findings';
import { least, organizationTeams, withTeams } from './setting';

const without = (key: keyof typeof least) =>
  Object.fromEntries(Object.entries(least).filter(([name]) => name !== key));

test.each(['name', 'team', 'resourcePrefix', 'tags'] as const)('%s is required', async (key) => {
  await expect(synthModule('environment', without(key), withTeams)).rejects.toMatchObject({
    diagnostics: [{ severity: 'error', code: 'TL203', message: expect.stringContaining(key) }],
  });
});

test.each(['fin', 'fin-eu', 'a', 'abcdefghijklmnopqrst'])('%s may be a prefix', async (resourcePrefix) => {
  expect(await findings({ resourcePrefix })).toEqual([]);
});

test.each(['', 'Fin', 'fin1', '-fin', 'fin-', 'fin_eu', 'abcdefghijklmnopqrstu'])(
  '"%s" may not be a prefix',
  async (resourcePrefix) => {
    expect(await findings({ resourcePrefix })).toEqual([
      expect.stringMatching(/^error TL204 resourcePrefix:/),
    ]);
  },
);

test.each([
  ['account', { account: 'default' }],
  ['region', { region: 'default' }],
])('an environment states its %s, and none is made for it', async (missing, environment) => {
  const setting = { ...withTeams, environment };
  await expect(synthModule('environment', least, setting)).rejects.toMatchObject({
    diagnostics: expect.arrayContaining([
      expect.objectContaining({ code: 'TL207', message: expect.stringContaining(missing) }),
    ]),
  });
});

test('nothing is made outside the account and region that are stated', async () => {
  const { json } = await synthModule('environment', least, withTeams);
  expect(json.provider?.aws).toEqual([
    expect.objectContaining({ allowed_account_ids: ['111111111111'], region: 'eu-west-1' }),
  ]);
});

test('a team that may link, but not invite, owns an environment alone', async () => {
  const teams = { ...organizationTeams, FinancesAdmin: { linkEnvironments: true } };
  const setting = { root: { organization_teams: teams } };
  await expect(synthModule('environment', least, setting)).resolves.toBeDefined();
  await expect(
    synthModule('environment', { ...least, teams: { Analysts: {} } }, setting),
  ).rejects.toMatchObject({ diagnostics: [{ code: 'TL420', place: { file: 'test-module.yaml' } }] });
});

test.each(['finance team', '@acme/finance # all', 'finance', '@acme/finance\n* @evil'])(
  '"%s" is no owner of code',
  async (codeowner) => {
    const teams = { ...organizationTeams, Analysts: { codeowner } };
    await expect(
      synthModule('environment', least, { root: { organization_teams: teams } }),
    ).rejects.toMatchObject({
      diagnostics: [{ severity: 'error', code: 'TL204', message: expect.stringContaining('owner of code') }],
    });
  },
);

test.each(['@acme/finance', '@jane', 'finance@acme.example', '@acme/finance jane@acme.example'])(
  '"%s" owns code',
  async (codeowner) => {
    const teams = { ...organizationTeams, Analysts: { codeowner } };
    const { diagnostics } = await synthModule('environment', least, { root: { organization_teams: teams } });
    expect(diagnostics.filter(({ code }) => code === 'TL204')).toEqual([]);
  },
);

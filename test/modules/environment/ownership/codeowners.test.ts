import { loadPlatform } from '../../../../cli/shared/built-in';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { terralake, type Run } from '../../../support/run';
import { temporary } from '../../../support/synth';
import { organizationTeams } from '../setting';
import { whole } from '../record/platform';

const { networks, studioUsers, notebooks, datasets, consumptionRoles, shares, ...owners } = whole;

/** The environment in three files: the owner's, and one of each invited team. */
const files = {
  'finance.yaml': owners,
  'teams/science.yaml': { networks, studioUsers, notebooks, datasets },
  'teams/analysts.yaml': { consumptionRoles, shares },
};

function platform(content: Record<string, unknown> = files, teams: object = organizationTeams): string {
  const modules = {
    place: {
      module_path: '@terralake/environment',
      module_configs: Object.keys(content).map((file) => `./${file}`),
    },
    roles: { module_path: 'roles', module_configs: ['./roles.yaml'] },
  };
  const root = {
    organization: 'acme',
    organization_teams: teams,
    domains: { one: { environments: { dev: { account: '111111111111', region: 'eu-west-1', modules } } } },
  };
  return temporary({ 'mdaa.yaml': root, 'roles.yaml': { createPersonaManagedPolicies: false }, ...content });
}

async function codeowners(folder: string, ...args: string[]): Promise<Run> {
  return terralake(folder, ['codeowners', ...args]);
}

/** Path → who approves it. */
function lines(text: string): Record<string, string> {
  const rules = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return Object.fromEntries(
    rules.map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)]),
  );
}

const findings = (folder: string) =>
  loadPlatform({ file: join(folder, 'mdaa.yaml'), environment: {} })
    .diagnostics.filter(({ code }) => code === 'TL420')
    .map(({ place }) => {
      const { file = '', line = 0 } = place ?? {};
      return `${file}: ${(readFileSync(join(folder, file), 'utf8').split('\n')[line - 1] ?? '').trim()}`;
    });

test('root and linking files to linking teams, an environment to its owner, a team its own, tenants everywhere', async () => {
  const { exitCode, stdout } = await codeowners(platform(), '--prefix', 'platform');
  expect(exitCode).toBe(0);
  const linking = '@acme/finance @acme/research';
  expect(lines(stdout)).toEqual({
    '/platform/mdaa.yaml': linking,
    '/platform/platform.lock.yaml': linking,
    '/platform/.github/CODEOWNERS': linking,
    '/platform/roles.yaml': linking,
    '/platform/finance.yaml': '@acme/finance @acme/research',
    '/platform/teams/science.yaml': '@acme/data-science @acme/research',
    '/platform/teams/analysts.yaml': '@acme/analysts @acme/research',
  });
});

test('without tenants a file is approved by its team alone', async () => {
  const { tenant: _, ...research } = organizationTeams.ResearchAdmin;
  const folder = platform(files, { ...organizationTeams, ResearchAdmin: research });
  const { stdout } = await codeowners(folder);
  expect(lines(stdout)).toMatchObject({
    '/finance.yaml': '@acme/finance',
    '/teams/analysts.yaml': '@acme/analysts',
  });
});

test('a team without a codeowner: a warning, and nobody approves in its place but tenants', async () => {
  const { tenant: _, ...research } = organizationTeams.ResearchAdmin;
  const teams = { ...organizationTeams, ResearchAdmin: research, Analysts: {} };
  const { exitCode, stdout, stderr } = await codeowners(platform(files, teams));
  expect(exitCode).toBe(0);
  expect(stderr).toContain('the team Analysts has no `codeowner:`');
  expect(lines(stdout)).not.toHaveProperty('/teams/analysts.yaml');
  expect(stdout).toContain('# Analysts: no codeowner in organization_teams');
  const withTenants = await codeowners(platform(files, { ...organizationTeams, Analysts: {} }));
  expect(lines(withTenants.stdout)).toMatchObject({ '/teams/analysts.yaml': '@acme/research' });
});

test('--output writes, in the folder that git knows; --check refuses another content', async () => {
  const folder = platform();
  execFileSync('git', ['init', '-q'], { cwd: folder });
  expect((await codeowners(folder, '--check', '.github/CODEOWNERS')).exitCode).toBe(3);
  expect((await codeowners(folder, '--output', '.github/CODEOWNERS')).exitCode).toBe(0);
  expect(readFileSync(join(folder, '.github/CODEOWNERS'), 'utf8')).toContain('\n/finance.yaml @acme/finance');
  expect((await codeowners(folder, '--check', '.github/CODEOWNERS')).exitCode).toBe(0);
});

describe("a team's file holds nothing of another team", () => {
  const stranger = {
    roleArn: 'arn:aws:iam::111111111111:role/other',
    team: 'DataScience',
    management: 'full',
  };

  test('an object of another team: an error at the object', () => {
    const analysts = { consumptionRoles: { ...consumptionRoles, stranger }, shares };
    expect(findings(platform({ ...files, 'teams/analysts.yaml': analysts }))).toEqual([
      'teams/analysts.yaml: stranger:',
    ]);
  });

  test("a part of another team's object, such as its consent to a share", () => {
    const { accepts, ...sales } = datasets.sales;
    const content = {
      ...files,
      'teams/science.yaml': { ...files['teams/science.yaml'], datasets: { sales } },
      'teams/analysts.yaml': { ...files['teams/analysts.yaml'], datasets: { sales: { accepts } } },
    };
    const found = findings(platform(content));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^teams\/analysts.yaml: /);
  });

  test('the file of an environment, and the root file, may hold objects of all', () => {
    expect(findings(platform({ 'finance.yaml': whole }))).toEqual([]);
    expect(findings(platform())).toEqual([]);
  });

  test('a file with a key of the environment is the owner’s to approve', async () => {
    const analysts = { ...files['teams/analysts.yaml'], features: { pipelines: true } };
    const { stdout } = await codeowners(platform({ ...files, 'teams/analysts.yaml': analysts }));
    expect(lines(stdout)).toMatchObject({ '/teams/analysts.yaml': '@acme/finance @acme/research' });
  });
});

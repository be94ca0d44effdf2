import type { ModuleSetting } from '../../support/synth';

/** Teams of an organization for tests: two that may link, two that may not. */
export const organizationTeams = {
  FinancesAdmin: {
    linkEnvironments: true,
    inviteTeams: true,
    codeowner: '@acme/finance',
    assumedBy: [{ permissionSet: 'FinanceAdmins' }],
  },
  ResearchAdmin: { linkEnvironments: true, inviteTeams: true, tenant: true, codeowner: '@acme/research' },
  DataScience: { codeowner: '@acme/data-science', assumedBy: [{ permissionSet: 'DataScience' }] },
  Analysts: { codeowner: '@acme/analysts' },
};

/** The least that an environment says. */
export const least = { name: 'Finance', team: 'FinancesAdmin', resourcePrefix: 'fin', tags: ['finance'] };

/** A setting for `synthModule('environment', …)` with the teams of the organization. */
export const withTeams: ModuleSetting = { root: { organization_teams: organizationTeams } };

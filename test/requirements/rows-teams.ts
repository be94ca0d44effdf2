import type { Requirement } from './requirement';

const test = (file: string, name: string) => ({ file: `modules/environment/${file}`, name });
const change = (file: string, from: string, to: string) => ({
  file: `modules/environment/${file}`,
  from,
  to,
});

/** Teams, their roles and rights, data, consumption roles: D24 to D33. */
export const teams: readonly Requirement[] = [
  {
    id: 'D24',
    asks: 'The owner holds all permissions and invites teams with some; each gets a role whose policies follow them.',
    stands:
      '`teams.<team>.permissions`. Statements of a feature are there exactly where the feature is on and the team has the permission: without CREATE_SGMSTUDIO_USER and CREATE_NOTEBOOK nothing of SageMaker. A team that is no longer written loses its role.',
    test: test(
      'teams/team-roles.test.ts',
      'one role for each team, with the policies of its permissions, and all of it declared',
    ),
    change: change(
      'teams/statements/index.ts',
      'return permissions.has(permission) && (feature === undefined || features[feature]);',
      'return feature === undefined || features[feature];',
    ),
  },
  {
    id: 'D25',
    asks: 'Groups get all high-level permissions of the application by default.',
    stands:
      'A team that is invited without `permissions` has all of them. What reaches beyond an environment (`linkEnvironments`, `inviteTeams`, `tenant`) is written for each team and never comes by itself: there is no application whose rights could be open to everybody.',
    test: test('teams/invited.test.ts', 'who is invited without permissions has all of them'),
    change: change('team-facts.ts', 'written.permissions ?? allPermissions', 'written.permissions ?? []'),
  },
  {
    id: 'D26',
    asks: 'OWNER or INVITED; invited teams have no Stack, Tags, Subscriptions.',
    stands:
      'Both words in `list` and `show environment --team`; an invited team sees neither of the three sections. In the repository `terralake codeowners` lets it approve its own files alone.',
    test: test(
      'show/view.test.ts',
      'an invited team sees neither subscriptions nor tags nor the stack, and is called INVITED',
    ),
    change: change('show/view.ts', 'if (as && !as.owner) return common;', ''),
  },
  {
    id: 'D27',
    asks: 'A role for each team, from which people get the console and credentials, if that is switched on.',
    stands:
      'One role for each team. The people of `assumedBy` are trusted only with the feature `awsAccess`; then `terralake credentials` and `terralake console` work for them, for an hour at most.',
    test: test(
      'teams/invited.test.ts',
      'people take the role of their team only where the environment lets them in',
    ),
    change: change('teams/build.ts', 'config.features.awsAccess ? (', 'true ? ('),
  },
  {
    id: 'D28',
    asks: 'Default permissions: profiling code, the own workgroup, own stacks, parameters and secrets, reading logs and IAM, passing the own role.',
    stands:
      'As asked, each with prefix and tag where AWS knows them. The role is handed to Glue, Lambda, SageMaker, Step Functions and DataBrew, itself only and to no other service; a team makes no roles.',
    test: test('teams/statements/decisions.test.ts', 'the role is handed on'),
    change: change('teams/statements/base.ts', 'resources: [roleArn],', "resources: ['*'],"),
  },
  {
    id: 'D29',
    asks: 'A team reads and writes its buckets, with their keys, and its databases.',
    stands:
      'The policies of bucket and key let the owner in, grants of Lake Formation to the tables; other teams, the owner of the environment included, are denied.',
    test: test('datasets/access.test.ts', 'to a dataset of one team'),
    change: change('datasets/storage.ts', 'users: roles,', 'users: [],'),
  },
  {
    id: 'D30',
    asks: 'What a feature gives is for resources that are tagged with the team and prefixed; the tag is set when they are made.',
    stands:
      'To create needs the tag in the request and the prefix, everything else the tag on the resource and the prefix; nobody retags. What AWS cannot scope so is a written list with a reason each (`teams/statements/unscoped.ts`), which a test compares.',
    test: test(
      'teams/statements/decisions.test.ts',
      'one without the tag, with the tag of another team, or without the prefix cannot',
    ),
    change: change(
      'teams/statements/scope.ts',
      'return { StringEquals: { [requestTag]: team }, StringEqualsIfExists',
      'return { StringEqualsIfExists',
    ),
  },
  {
    id: 'D31',
    asks: 'Everything of the environment’s stack carries the tag of the owner.',
    stands:
      'The tag `Team` is the owner’s on everything but the objects of teams (datasets, notebooks, Studio users), which carry their own; the user’s tags cannot override it.',
    test: test('base.test.ts', 'everything carries the tags of the environment, whatever the user asks for'),
    change: change('tags.ts', 'Team: config.team,', ''),
  },
  {
    id: 'D32',
    asks: 'Lake Formation governs databases and tables; a team reaches only what it owns.',
    stands:
      'Buckets are registered, new tables are open to nobody, the owner has the grants. They follow the owner: an earlier one keeps none.',
    test: test('datasets/made.test.ts', 'another owner gets the grants, and the earlier one loses them'),
    change: change(
      'datasets/build.ts',
      'surroundings.roles.get(dataset.config.team)',
      '[...surroundings.roles.values()][1]',
    ),
  },
  {
    id: 'D33',
    asks: 'Any existing role of the account consumes data; it is checked to exist, owned by a team, managed or not, and has nothing without a share.',
    stands:
      '`consumptionRoles` with `management: full`, `partial` or `external`: looked up by the plan, registered by a team with the permission (TL420), in the file of that team (`terralake codeowners`). Without a share to which the owner consents it has nothing.',
    test: test('shares/consumption-role.test.ts', 'without a share, or before the consent, it has nothing'),
    change: change(
      'shares/consent.ts',
      'if (!consent || !samePrincipal(share, consent)) return [];',
      'if (!consent) return ordered(share.permissions);',
    ),
  },
];

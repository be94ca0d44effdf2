import type { Requirement } from './requirement';

const test = (file: string, name: string) => ({ file: `modules/environment/${file}`, name });
const change = (file: string, from: string, to: string) => ({
  file: `modules/environment/${file}`,
  from,
  to,
});

/** Studio's VPC, linking, the form, features, views, editing, deleting, networks, tags: D13 to D23. */
export const lifecycle: readonly Requirement[] = [
  {
    id: 'D13',
    asks: 'Studio stands in the given VPC, else in the default one, else in a new one; that cannot be changed.',
    stands:
      'The choice is made by the first apply and kept in the state; later changes of the default VPC change no plan. `studio/vpc-type` and `terralake show environment` tell which rule applied.',
    test: test('studio/studio.test.ts', 'where it stands is decided once'),
    change: change('studio/choice.ts', "ignoreChanges: ['input']", 'ignoreChanges: []'),
  },
  {
    id: 'D14',
    asks: 'Only administrator teams of the organization link environments, and invite teams, by exact names.',
    stands:
      '`linkEnvironments` and `inviteTeams` of `organization_teams`: an owner without the first, and one who invites without the second, are errors (TL420), as is a name that is not exact (TL308, with the nearest). `terralake codeowners` gives the root file to the linking teams.',
    test: test('teams/team-roles.test.ts', 'an owner that may not link'),
    change: change('teams/check.ts', 'if (!owner.linkEnvironments) {', 'if (false) {'),
  },
  {
    id: 'D15',
    asks: 'The form: fields, which are required, which may be edited.',
    stands:
      'The schema says what is required; what may not be edited is compared with `platform.lock.yaml`, and a change is an error with both values (TL425).',
    test: test('record/immutable.test.ts', 'may not change: an error at its line, with both values'),
    change: change('record/immutable.ts', "...field('team', config.team, ['team']),", ''),
  },
  {
    id: 'D16',
    asks: 'Features are switched on and off at any time.',
    stands:
      '`features`: what belongs to one is made with it and gone without it, and so are the statements of teams. Objects of a feature that is off are errors, permissions for it notes.',
    test: test('studio/studio.test.ts', 'switched off there is nothing of it'),
    change: change('studio/build.ts', 'if (!facts.config.features.mlStudio) return;', ''),
  },
  {
    id: 'D17',
    asks: 'Views: Overview, Teams, Datasets, ML Studio, Networks, Subscriptions, Tags, Stack.',
    stands: 'The sections of `terralake show environment <name>`, also as `--json`.',
    test: test(
      'show/view.test.ts',
      'an environment has the tabs of the document, and its owner sees all of them',
    ),
    change: change('show/view.ts', 'subscriptions: {', 'messages: {'),
  },
  {
    id: 'D18',
    asks: 'A user sees an environment only if one of their teams is onboarded.',
    stands:
      '`terralake list environments --team` lists what the team owns or is invited to; `show environment --team` of another is refused (exit 3) and tells nothing of it. Who may read the files is a matter of the repository.',
    test: test(
      'show/view.test.ts',
      'a team that is not onboarded sees nothing of an environment, not even that there is one',
    ),
    change: {
      file: 'cli/shared/environments.ts',
      from: 'return team ? [{ ...environment, team }] : [];',
      to: 'return [{ ...environment, team: team ?? environment.facts.teams[0] }];',
    },
  },
  {
    id: 'D19',
    asks: 'A status from PENDING to CREATE_COMPLETE, an update button, logs.',
    stands:
      'The state of Terraform and the last run: never applied, applied, changes pending, last run failed (`terralake show environment`). The update button is `terralake apply`, the logs are `terralake logs <stack>`.',
    test: {
      file: 'deploy/status.test.ts',
      name: 'how a stack stands comes from its state and its last run',
    },
    change: {
      file: 'deploy/status.ts',
      from: "if (state.length === 0) return 'never applied';",
      to: '',
    },
  },
  {
    id: 'D20',
    asks: 'An edit changes the metadata and updates the stack.',
    stands:
      'The YAML is the metadata. Every edit of what AWS knows is in the next plan, whichever features are on; `description` and catalogue tags are for people alone.',
    test: test('edit.test.ts', 'an edit of'),
    change: change(
      'teams/build.ts',
      'of the environment ${scope.literal(facts.config.name)}`',
      'of an environment`',
    ),
  },
  {
    id: 'D21',
    asks: 'Before an environment is deleted its objects are; the stack may be kept.',
    stands:
      'An environment, team, consumption role or dataset that leaves while others hold on to it is an error with the document’s words and the list (TL426). `removed:` in the lock, with a reason, lets the environment go and its resources stay.',
    test: test('record/removed.test.ts', 'with objects: an error where the lock has it'),
    change: change('record/gone.ts', '...(orphans.length > 0 ? [orphaned(path, orphans)] : []),', ''),
  },
  {
    id: 'D22',
    asks: 'Networks are existing VPCs, registered to a team, from which notebooks and others take VPC and subnet.',
    stands:
      '`networks`: nothing is made; notebooks and Studio name them. A plan fails where a subnet is in another VPC.',
    test: test(
      'networks/networks.test.ts',
      'nothing is made of a network, and each of its subnets is looked up',
    ),
    change: change('networks/build.ts', 'vpcId: network.vpcId, from', 'vpcId: undefined, from'),
  },
  {
    id: 'D23',
    asks: 'Key-value tags of an environment are tags of AWS.',
    stands:
      '`keyValueTags` are on everything of the environment, with `cascade` on the objects of teams too. Reserved keys are refused in any spelling (TL422), because permissions go by them.',
    test: test('base.test.ts', 'a reserved tag is refused in any case'),
    change: change('tags.ts', 'if (reserved.has(lower)) return [reservedTag(key, path)];', ''),
  },
];

import type { Located } from '../../../core/platform/platform';
import { datasetsOf } from '../datasets/facts';
import { factsOf, type EnvironmentFacts } from '../facts';
import { allPermissions } from '../permissions';
import { sharesOf, type Share } from '../shares/resolve';
import { environmentTags } from '../tags';
import type { EnvironmentTeam } from '../team-facts';

/** An environment as its teams see it, by the tabs of the document. Plain data. */
export type EnvironmentView = Readonly<Record<string, unknown>>;

/** What only the state and the logs know. */
export interface DeployedView {
  readonly studio: object;
  readonly stack: object;
}

/** Everything about an environment; as a team sees it, where one is given. */
export function environmentView(
  own: Located,
  siblings: readonly Located[],
  { studio, stack }: DeployedView,
  as?: EnvironmentTeam,
): EnvironmentView {
  const facts = factsOf(own);
  const all = siblings.map(factsOf);
  const { config } = facts;
  const common = {
    overview: overview(facts, as),
    teams: facts.teams.map(teamView),
    datasets: { owned: owned(facts), sharedWith: sharesOf(facts, all).map(shareView) },
    mlStudio: config.features.mlStudio
      ? {
          enabled: true,
          ...studio,
          users: Object.entries(config.studioUsers).map(([user, { team }]) => ({ user, team })),
        }
      : { enabled: false },
    networks: Object.entries(config.networks).map(
      ([network, { vpcId, privateSubnetIds, publicSubnetIds, team }]) => ({
        network,
        vpcId,
        privateSubnetIds,
        publicSubnetIds,
        team,
      }),
    ),
  };
  if (as && !as.owner) return common;
  return {
    ...common,
    subscriptions: {
      enabled: config.features.subscriptions,
      ...(config.features.subscriptions && {
        producersTopic: config.subscriptions.producersTopicName ?? 'made here',
      }),
    },
    tags: {
      keyValueTags: config.keyValueTags,
      everything: environmentTags(facts, own.module.names.organization)('', ''),
    },
    stack,
  };
}

function overview(facts: EnvironmentFacts, as: EnvironmentTeam | undefined): object {
  const { config, location, path } = facts;
  const access = (team: string) => `terralake credentials ${path} --team '${team}'`;
  return {
    environment: path,
    name: config.name,
    description: config.description ?? '',
    account: location.account,
    region: location.region,
    owner: config.team,
    resourcePrefix: config.resourcePrefix,
    catalogTags: config.tags,
    features: Object.entries(config.features)
      .filter(([, on]) => on)
      .map(([feature]) => feature),
    ...(as && { role: as.owner ? 'OWNER' : 'INVITED' }),
    ...(config.features.awsAccess && { awsAccess: access(as?.name ?? '<team>') }),
  };
}

function teamView({ name, owner, permissions, role, workgroup }: EnvironmentTeam): object {
  return {
    team: name,
    role: owner ? 'OWNER' : 'INVITED',
    permissions: permissions.size === allPermissions.length ? 'all' : [...permissions],
    iamRole: role.arn,
    workgroup,
  };
}

function owned(facts: EnvironmentFacts): readonly object[] {
  return datasetsOf(facts).map(({ key, config, bucket, database, imported }) => ({
    dataset: key,
    team: config.team,
    confidentiality: config.confidentiality,
    bucket: imported ? `${bucket} (imported)` : bucket,
    database,
  }));
}

function shareView({ key, datasetPath, config, principal, ...share }: Share): object {
  return {
    share: key,
    dataset: datasetPath,
    with: principal
      ? `${principal.kind === 'team' ? 'team' : 'consumption role'} ${principal.name}`
      : 'nobody',
    permissions: config.permissions,
    state: stateOf(share),
    ...(share.ends !== undefined && { ends: share.ends }),
  };
}

function stateOf({ accepted, expired }: Pick<Share, 'accepted' | 'expired'>): string {
  if (!accepted) return "waits for the owner's consent";
  return expired ? 'expired' : 'accepted';
}

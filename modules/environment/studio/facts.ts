import type { ConfigPath } from '../../../core/config/locate';
import type { EnvironmentFacts } from '../facts';
import { networkOf } from '../networks/facts';

/** A VPC that the YAML names for Studio. */
export interface GivenVpc {
  readonly vpcId: string;
  readonly subnetIds: readonly string[];
  readonly from: ConfigPath;
}

/** The VPC of the YAML; undefined: the account's default one, or a new one, whichever the first apply finds. */
export function givenVpc(facts: EnvironmentFacts): GivenVpc | undefined {
  const { mlStudio } = facts.config;
  if (!mlStudio) return undefined;
  const from = ['mlStudio'];
  if (mlStudio.network === undefined) {
    const { vpcId, subnetIds } = mlStudio;
    return vpcId === undefined || subnetIds === undefined ? undefined : { vpcId, subnetIds, from };
  }
  const network = networkOf(facts, mlStudio.network);
  if (!network) return undefined;
  const { vpcId, privateSubnetIds, publicSubnetIds } = network;
  const subnetIds = privateSubnetIds.length > 0 ? privateSubnetIds : publicSubnetIds;
  return { vpcId, subnetIds, from };
}

/** Whether a VPC may have to be made: then what it needs is there, for the case that it is. */
export function mayMakeVpc(facts: EnvironmentFacts): boolean {
  return facts.config.features.mlStudio && givenVpc(facts) === undefined;
}

/** The physical names of Studio. */
export function studioNames({ names }: EnvironmentFacts) {
  return {
    domain: names.name('domain'),
    key: names.name('key', ['studio', 'domain']),
    role: names.name('role', ['studio', 'domain']),
    securityGroup: names.name('security group', ['studio', 'domain']),
    vpc: names.name('vpc', ['studio']),
    flowLogGroup: names.name('log group', ['studio', 'vpc']),
    flowLogRole: names.name('role', ['studio', 'vpc', 'logs']),
  };
}

/** A user of Studio. */
export interface StudioUserFacts {
  readonly key: string;
  /** `id`, or the key: what the name is made of. */
  readonly id: string;
  readonly profile: string;
  readonly team: string;
  readonly from: ConfigPath;
}

/** The users of Studio, in the order of the YAML; none where the feature is off. */
export function studioUsersOf({ config, names }: EnvironmentFacts): readonly StudioUserFacts[] {
  if (!config.features.mlStudio) return [];
  return Object.entries(config.studioUsers).map(([key, { id = key, team }]) => ({
    key,
    id,
    profile: names.name('profile', [id]),
    team,
    from: ['studioUsers', key],
  }));
}
